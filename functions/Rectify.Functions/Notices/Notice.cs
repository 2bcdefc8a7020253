using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>One mail to one recipient: a row of the outbox.</summary>
/// <param name="Id">Deterministic over case, event, template and address, so that one mail is never two rows.</param>
/// <param name="CaseId">The case it is about.</param>
/// <param name="Sequence">The event it follows from.</param>
/// <param name="Template">Name of the text.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">Instant of the event, UTC.</param>
public sealed record Notice(
    NoticeId Id, CaseId CaseId, int Sequence, string Template, Recipient Recipient, string Subject, string Body, DateTimeOffset CreatedAt);

/// <summary>A person or an office with an address.</summary>
public sealed record Recipient(string Name, string Address);

/// <summary>Id of a mail.</summary>
public readonly record struct NoticeId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>How far a mail has come.</summary>
public enum NoticeStatus
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>Claimed by a sender that has not reported back.</summary>
    Sending,

    /// <summary>Handed over.</summary>
    Sent,

    /// <summary>Refused for good; a person has to look.</summary>
    Failed,

    /// <summary>The sender was lost after its claim: it may or may not have gone out. Never repeated blindly.</summary>
    Unknown,
}
