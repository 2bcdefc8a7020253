using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Notices;

/// <summary>The outbox in a SQLite file. Its rows come from the ledger's append.</summary>
internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    private const string Columns =
        "id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at, status, status_at, detail";

    // Written out, because the index of unsent mails is used only where its condition stands in the query.
    private const string Unsent = "status IN ('pending', 'sending')";

    public Task<IReadOnlyList<OutboxRow>> UnsentAsync(CaseId caseId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<OutboxRow>>(
            connection => connection.Query(
                $"SELECT {Columns} FROM notices WHERE case_id = $case AND {Unsent} ORDER BY sequence, position",
                Row,
                ("$case", caseId.Value)),
            cancellation);

    public Task<IReadOnlyList<CaseId>> CasesWithUnsentAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<CaseId>>(
            connection => connection.Query(
                $"SELECT DISTINCT case_id FROM notices WHERE {Unsent} ORDER BY case_id", row => new CaseId(row.GetString(0))),
            cancellation);

    public Task<bool> ClaimAsync(NoticeId id, DateTimeOffset at, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => connection.Execute(
                "UPDATE notices SET status = 'sending', status_at = $at, detail = NULL WHERE id = $id AND status = 'pending'",
                ("$id", id.Value), ("$at", at)) == 1,
            cancellation);

    public Task ReleaseAsync(NoticeId id, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => Claimed(id, connection.Execute(
                "UPDATE notices SET status = 'pending' WHERE id = $id AND status = 'sending'", ("$id", id.Value))),
            cancellation);

    public Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        if (status is NoticeStatus.Pending or NoticeStatus.Sending)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A mail is settled as sent, failed or unknown.");
        return database.WriteAsync(
            connection => Claimed(id, connection.Execute(
                "UPDATE notices SET status = $status, status_at = $at, detail = $detail WHERE id = $id AND status = 'sending'",
                ("$id", id.Value), ("$status", SqliteText.Of(status)), ("$at", at), ("$detail", detail))),
            cancellation);
    }

    public Task<IReadOnlyList<OutboxRow>> ListAsync(CaseId? caseId, NoticeStatus? status, CancellationToken cancellation)
    {
        string[] conditions =
        [
            .. caseId is null ? (string[])[] : ["case_id = $case"],
            .. status is null ? (string[])[] : ["status = $status"],
        ];
        var where = conditions is [] ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        return database.ReadAsync<IReadOnlyList<OutboxRow>>(
            connection => connection.Query(
                $"SELECT {Columns} FROM notices {where} ORDER BY created_at, position",
                Row,
                ("$case", caseId?.Value), ("$status", status is { } s ? SqliteText.Of(s) : null)),
            cancellation);
    }

    // A report about a mail that nobody holds means that two senders had it: that must not pass in silence.
    private static int Claimed(NoticeId id, int changed) =>
        changed == 1 ? changed : throw new InvalidOperationException($"The mail {id} is not claimed, so nothing can be reported about it.");

    private static OutboxRow Row(SqliteDataReader row) => new(
        new Notice(
            new(row.GetString(0)), new(row.GetString(1)), row.GetInt32(2), row.GetString(3),
            new Recipient(row.GetString(4), row.GetString(5)), row.GetString(6), row.GetString(7), row.Instant(8)),
        row.Member<NoticeStatus>(9), row.Instant(10), row.TextOrNull(11));
}
