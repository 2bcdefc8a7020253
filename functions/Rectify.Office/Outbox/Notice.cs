using Rectify.Domain.Messages;
using Rectify.Office.Register;

namespace Rectify.Office.Outbox;

/// <summary>One mail to one recipient: a row of the outbox.</summary>
/// <param name="Id">Deterministic over case, event, template and address, so that one mail is never two rows.</param>
/// <param name="Owner">The case it is about, or the year.</param>
/// <param name="Sequence">The event it follows from.</param>
/// <param name="Template">Name of the text.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">Instant of the event, UTC; of the request when somebody asked for it to be sent again.</param>
/// <param name="Resend">The request, when this is a mail that is sent again; null otherwise.</param>
public sealed record Notice(
    NoticeId Id, OutboxOwner Owner, int Sequence, string Template, Recipient Recipient, string Subject, string Body,
    DateTimeOffset CreatedAt,
    Resend? Resend = null);

/// <summary>A person or an office with an address, and the language in which it is written to.</summary>
public sealed record Recipient(string Name, string Address, MailLanguage Language = default);

/// <summary>Somebody's request to send a mail again that failed or whose outcome is unknown.</summary>
/// <param name="Of">The mail that is sent again; of one mail there is at most one resend.</param>
/// <param name="RequestedBy">Who asked, as the ledger names actors.</param>
/// <param name="RequestKey">The caller's idempotency key; null when the request had none.</param>
public sealed record Resend(NoticeId Of, string RequestedBy, string? RequestKey);

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
    [Words("待发送", "to be sent")]
    Pending,

    /// <summary>Claimed by a sender that has not reported back.</summary>
    [Words("正在发送", "being handed over")]
    Sending,

    /// <summary>Handed over.</summary>
    [Words("已发送", "sent")]
    Sent,

    /// <summary>Refused for good, or reported as undeliverable; a person has to look.</summary>
    [Words("未能送出", "failed")]
    Failed,

    /// <summary>The sender or its connection was lost: it may or may not have gone out. Never repeated blindly.</summary>
    [Words("是否送出不明", "unknown whether it went out")]
    Unknown,

    /// <summary>Reported as having reached the recipient's mail system.</summary>
    [Words("已送达", "delivered")]
    Delivered,

    /// <summary>Not sent, because it stopped being true before it could be.</summary>
    [Words("已撤回未发", "withdrawn")]
    Withdrawn,

    /// <summary>It failed, or nobody knows whether it went out, and a person has told the recipient by other means.</summary>
    [Words("已另行告知", "told by other means")]
    ToldOtherwise,
}
