namespace Rectify.Functions.Notices;

/// <summary>What a mail has to do with its case as it is now, for those who send it or hear of it.</summary>
internal interface ICaseMail
{
    /// <summary>Why a mail must not be sent any more, because what it says has stopped being true; null when it may be.</summary>
    Task<string?> WhyWithdrawnAsync(Notice notice, CancellationToken cancellation);

    /// <summary>The mail that tells the supervising office that this one cannot be delivered; null when nobody is left to be told.</summary>
    /// <remarks>Its id is named after the undelivered mail: however often it is asked for, it is one mail.</remarks>
    Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation);
}
