using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>How far a mail has come: the row <c>s</c>.</summary>
/// <param name="Status">How far.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
/// <param name="MessageId">The message it was last claimed for; null only of one that was copied from a store that did not know it.</param>
/// <param name="Token">Mark of the writer of this state.</param>
/// <param name="Told">Who told the recipient by other means; null when nobody has said so.</param>
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
        EntryColumns.Member<NoticeStatus>(row.GetString("Status")), EntryColumns.Instant(row.GetString("At")),
        row.GetString("Detail"), row.GetGuid("MessageId"), row.GetString("Token"),
        row.GetString("ToldBy") is { } by ? new ToldOtherwise(by, row.GetString("ToldNote"), EntryColumns.Instant(row.GetString("At")))
            : null);
}
