using Azure.Data.Tables;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Ledger.Tables;

/// <summary>How far a mail has come: the row <c>s</c>.</summary>
/// <param name="Status">How far.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Detail">What the mail system said; null when nothing.</param>
/// <param name="MessageId">The message it was last claimed for; null only of one that was copied from a store that did not know it.</param>
/// <param name="Token">Mark of the writer of this state.</param>
internal sealed record MailState(NoticeStatus Status, DateTimeOffset At, string? Detail, Guid? MessageId, string Token)
{
    public OutboxRow Of(Notice notice) => new(notice, Status, At, Detail, MessageId);

    public TableEntity Row(string partition, NoticeId id)
    {
        var row = new TableEntity(partition, CaseRows.State(id))
        {
            ["Id"] = id.Value,
            ["Status"] = SqliteText.Of(Status),
            ["At"] = SqliteText.Of(At),
            ["Token"] = Token,
        };
        if (MessageId is { } message) row["MessageId"] = message;
        if (Detail is not null) row["Detail"] = AppendRules.Exact(Detail);
        return row;
    }

    public static MailState Read(TableEntity row) => new(
        EntryColumns.Member<NoticeStatus>(row.GetString("Status")), EntryColumns.Instant(row.GetString("At")),
        row.GetString("Detail"), row.GetGuid("MessageId"), row.GetString("Token"));
}
