using Rectify.Office.Outbox;

namespace Rectify.Board.Outbox;

/// <summary>发件箱: the mails with their states.</summary>
/// <param name="ToBeSeenTo">
/// Mails that failed or of which it is unknown whether they were sent, oldest first; only the first of them when they are many.
/// </param>
/// <param name="Rows">The mails that were searched for, oldest first; null without a search.</param>
/// <param name="State">The state that was searched for; null for any.</param>
/// <param name="CaseId">The case that was searched for; null for any.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
public sealed record OutboxModel(
    IReadOnlyList<MailLine> ToBeSeenTo, IReadOnlyList<MailLine>? Rows, NoticeStatus? State, string? CaseId, string? Next);

/// <summary>A mail in a list.</summary>
/// <param name="Id">The id of the mail.</param>
/// <param name="CaseId">The case or year that the mail is about.</param>
/// <param name="File">Address of the page of this case or year.</param>
/// <param name="Recipient">Name of the recipient.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="State">The state of the mail.</param>
/// <param name="At">Since when the mail is in this state, UTC.</param>
/// <param name="Detail">What the mail system reported; null when nothing.</param>
public sealed record MailLine(string Id, string CaseId, string File, string Recipient, string Subject, NoticeStatus State,
    DateTimeOffset At,
    string? Detail);

/// <summary>The page of a mail.</summary>
/// <param name="Line">What lists show of the mail.</param>
/// <param name="Address">The recipient's mail address.</param>
/// <param name="WrittenAt">When the mail was written, UTC.</param>
/// <param name="Text">The whole text of the mail.</param>
/// <param name="ResendOf">The mail that this one resends; null when it is no resend.</param>
/// <param name="RequestedBy">Who asked for the resend; null when it is none.</param>
/// <param name="Ticket">
/// The ticket of the forms that resend or settle the mail; null when the reader may not, or the mail needs neither.
/// </param>
/// <param name="AddressToday">The address to which a resend would go; null when a resend is not offered.</param>
/// <param name="ToldBy">Who told the recipient by other means; null when nobody has recorded it.</param>
/// <param name="ToldNote">When and how the recipient was told; null likewise.</param>
public sealed record MailModel(
    MailLine Line, string Address, DateTimeOffset WrittenAt, string Text, string? ResendOf, string? RequestedBy, string? Ticket,
    string? AddressToday = null, string? ToldBy = null, string? ToldNote = null);
