namespace Rectify.Office.Outbox;

/// <summary>How far a mail has come.</summary>
public enum MailState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>Being handed over.</summary>
    Sending,

    /// <summary>Handed over.</summary>
    Sent,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>It may or may not have gone out.</summary>
    Unknown,

    /// <summary>Reported as delivered.</summary>
    Delivered,

    /// <summary>Not sent, because it was no longer true.</summary>
    Withdrawn,

    /// <summary>A person has told the recipient by other means.</summary>
    ToldOtherwise,
}
