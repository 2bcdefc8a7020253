using Rectify.Office.Cases;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>What a mail has to do with its case as it is now, for those who send it or hear of it.</summary>
public interface ICaseMail
{
    /// <summary>Which mails of one case must not be sent any more, because what they say has stopped being true, and why.</summary>
    /// <param name="notices">Mails of one case.</param>
    /// <param name="asRead">The case as it was read a moment ago; null when it is to be read.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(IReadOnlyList<Notice> notices, CaseRecord? asRead,
        CancellationToken cancellation);

    /// <summary>
    /// The mail that tells the supervising office that this one cannot be delivered; null when nobody is left to be told.
    /// </summary>
    /// <remarks>Its id is named after the undelivered mail: however often it is asked for, it is one mail.</remarks>
    Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation);
}
