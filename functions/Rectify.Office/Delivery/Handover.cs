namespace Rectify.Office.Delivery;

/// <summary>The result of handing a mail to the mail system.</summary>
/// <remarks>Details are shown to officers and stored, so they contain no secret and no text of the mail.</remarks>
public abstract record Handover
{
    private Handover()
    {
    }

    /// <summary>The mail system has it.</summary>
    public sealed record Accepted : Handover;

    /// <summary>Refused for good: the same mail would be refused again.</summary>
    /// <param name="Detail">Why.</param>
    public sealed record Refused(string Detail) : Handover;

    /// <summary>This mail is put off, for example because the mailbox is full or busy; other mails need not wait.</summary>
    /// <param name="Detail">Why.</param>
    public sealed record PutOff(string Detail) : Handover;

    /// <summary>The mail system takes no mail now, or cannot say now what became of one.</summary>
    /// <param name="Detail">Why.</param>
    /// <param name="RetryAfter">How long to wait, as the mail system asked; null when it did not say.</param>
    public sealed record NotNow(string Detail, TimeSpan? RetryAfter = null) : Handover;

    /// <summary>It may or may not have gone out: a person decides whether it is sent again.</summary>
    /// <param name="Detail">What is known.</param>
    public sealed record Unknown(string Detail) : Handover;
}
