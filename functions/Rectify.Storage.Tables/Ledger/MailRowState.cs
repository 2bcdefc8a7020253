using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>How far a mail has come: the row <c>s</c> in the partition of its case.</summary>
/// <param name="Status">The mail's status.</param>
/// <param name="At">When the mail reached this status, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
/// <param name="MessageId">
/// The message that the mail was last claimed for; null only when it was copied from a store that did not record it.
/// </param>
/// <param name="Token">The token by which the writer of this state knows its own row.</param>
/// <param name="Told">Who told the recipient by other means, and when; null when nobody has recorded it.</param>
public sealed record MailRowState(NoticeStatus Status, DateTimeOffset At, string? Detail, Guid? MessageId, string Token,
    ToldOtherwise? Told = null)
{
    public OutboxRow Of(Notice notice) => new(notice, Status, At, Detail, MessageId, Told);

    public TableEntity Row(string partition, NoticeId id)
    {
        var row = new TableEntity(partition, CaseRows.State(id))
        {
            ["Id"] = id.Value,
            ["Status"] = StoredText.Of(Status),
            ["At"] = StoredText.Of(At),
            ["Token"] = Token,
        };
        if (MessageId is { } message) row["MessageId"] = message;
        if (Detail is not null) row["Detail"] = AppendRules.Exact(Detail);
        if (Told is { } told) (row["ToldBy"], row["ToldNote"]) = (AppendRules.Exact(told.By), AppendRules.Exact(told.Note));
        return row;
    }

    public static MailRowState Read(TableEntity row) => new(
        EntryColumns.Member<NoticeStatus>(row.GetString("Status")), StoredText.Instant(row.GetString("At")),
        row.GetString("Detail"), row.GetGuid("MessageId"), row.GetString("Token"),
        row.GetString("ToldBy") is { } by ? new ToldOtherwise(by, row.GetString("ToldNote"), StoredText.Instant(row.GetString("At")))
            : null);
}
