using Rectify.Office.Outbox;

namespace Rectify.Board.Outbox;

/// <summary>发件箱: which mails went out and which did not.</summary>
/// <param name="ToBeSeenTo">Mails that failed or of which nobody knows, oldest first; the first of them when they are many.</param>
/// <param name="Rows">The mails that were asked for, oldest first; null when nothing was asked.</param>
/// <param name="State">Which state was asked for.</param>
/// <param name="CaseId">Which case was asked for.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
public sealed record OutboxModel(
    IReadOnlyList<MailLine> ToBeSeenTo, IReadOnlyList<MailLine>? Rows, NoticeStatus? State, string? CaseId, string? Next);

/// <summary>A mail in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">The case, or the file of a year, that it is about.</param>
/// <param name="File">Address of the page of that.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="State">How far it has come.</param>
/// <param name="At">When it came so far, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
public sealed record MailLine(string Id, string CaseId, string File, string Recipient, string Subject, NoticeStatus State, DateTimeOffset At,
    string? Detail);

/// <summary>A mail as it was written.</summary>
/// <param name="Line">What lists show of it.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="WrittenAt">When, UTC.</param>
/// <param name="Text">Its text; there is no other part.</param>
/// <param name="ResendOf">The mail that it repeats; null when it is none of these.</param>
/// <param name="RequestedBy">Who asked for the repetition.</param>
/// <param name="Ticket">Of the forms that send it again or settle it; null where the reader may not, or the mail needs none.</param>
/// <param name="AddressToday">Where it would go when it is sent again; null where that is not asked.</param>
/// <param name="ToldBy">Who told the recipient by other means; null when nobody has said so.</param>
/// <param name="ToldNote">How.</param>
public sealed record MailModel(
    MailLine Line, string Address, DateTimeOffset WrittenAt, string Text, string? ResendOf, string? RequestedBy, string? Ticket,
    string? AddressToday = null, string? ToldBy = null, string? ToldNote = null);
