using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Outbox;

/// <summary>The outbox in a SQLite file. Most of its rows are written by the ledger's append.</summary>
public sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    private const string List = "notices";

    private const string Columns =
        """
        id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at, status, status_at, detail,
        recipient_language, message_id, resend_of, requested_by, request_key, position, told_by, told_note
        """;

    // Without parameters, because SQLite uses the index of unsent mails only when the query contains its condition literally.
    private const string Unsent = "status IN ('pending', 'sending')";

    public Task<IReadOnlyList<OutboxRow>> UnsentAsync(OutboxOwner owner, CancellationToken cancellation) =>
        RowsAsync($"WHERE case_id = $value AND {Unsent} ORDER BY sequence, position", owner.Value, cancellation);

    public Task<IReadOnlyList<OutboxOwner>> OwnersWithUnsentAsync(CancellationToken cancellation) =>
        database.QueryAsync(
            $"SELECT DISTINCT case_id FROM notices WHERE {Unsent} ORDER BY case_id", row => new OutboxOwner(row.GetString(0)),
            cancellation);

    public async Task<bool> ClaimAsync(NoticeId id, Guid messageId, DateTimeOffset at, CancellationToken cancellation) =>
        await database.ExecuteAsync(
            """
            UPDATE notices SET status = 'sending', status_at = $at, detail = NULL, message_id = $message
            WHERE id = $id AND status = 'pending'
            """,
            cancellation, ("$id", id.Value), ("$at", at), ("$message", Text(messageId))) == 1;

    public Task ReleaseAsync(NoticeId id, string? detail, CancellationToken cancellation) =>
        database.WriteAsync(
            connection => Claimed(id, connection.Execute(
                "UPDATE notices SET status = 'pending', detail = $detail WHERE id = $id AND status = 'sending'",
                ("$id", id.Value), ("$detail", detail))),
            cancellation);

    public Task SettleAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        if (status is not (NoticeStatus.Sent or NoticeStatus.Failed or NoticeStatus.Unknown or NoticeStatus.Withdrawn))
            throw new ArgumentOutOfRangeException(nameof(status), status, "A mail is settled as sent, failed, unknown or withdrawn.");
        return database.WriteAsync(connection => Claimed(id, Move(connection, id, "status = 'sending'", status, at, detail)), cancellation);
    }

    public Task<bool> ReportAsync(NoticeId id, NoticeStatus status, DateTimeOffset at, string? detail, CancellationToken cancellation)
    {
        var from = status switch
        {
            NoticeStatus.Delivered => "status IN ('sent', 'unknown')",
            NoticeStatus.Failed => "status IN ('sent', 'unknown', 'delivered')",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A mail is reported as delivered or failed."),
        };
        return database.WriteAsync(connection => Move(connection, id, from, status, at, detail) == 1, cancellation);
    }

    public async Task<bool> TellAsync(NoticeId id, ToldOtherwise told, CancellationToken cancellation) => await database.ExecuteAsync(
        """
        UPDATE notices SET status = 'toldOtherwise', status_at = $at, told_by = $by, told_note = $note
        WHERE id = $id AND status IN ('failed', 'unknown')
        """,
        cancellation, ("$id", id.Value), ("$at", told.At), ("$by", told.By), ("$note", told.Note)) == 1;

    public Task<bool> AddAsync(Notice notice, CancellationToken cancellation) =>
        database.WriteAsync(connection => Insert(connection, notice) == 1, cancellation);

    public async Task<OutboxRow?> FindAsync(NoticeId id, CancellationToken cancellation) =>
        (await RowsAsync("WHERE id = $value", id.Value, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<OutboxRow>> FindByMessageAsync(Guid messageId, CancellationToken cancellation) =>
        RowsAsync("WHERE message_id = $value ORDER BY created_at, position", Text(messageId), cancellation);

    public async Task<IReadOnlyDictionary<NoticeStatus, int>> CountAsync(
        IReadOnlyCollection<NoticeStatus> statuses, CancellationToken cancellation)
    {
        IOutbox.RequireCountable(statuses);
        var rows = await database.QueryAsync(
            "SELECT status, count(*) FROM notices WHERE status IN (SELECT value FROM json_each($statuses)) GROUP BY status",
            row => (Status: row.Member<NoticeStatus>(0), Count: row.GetInt32(1)), cancellation,
            ("$statuses", JsonSerializer.Serialize(statuses.Select(StoredText.Of))));
        return rows.ToDictionary(row => row.Status, row => row.Count);
    }

    public async Task<Slice<OutboxRow>> ListAsync(
        CaseId? caseId, NoticeStatus? status, int top, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (after, position) = Continued(continuation);
        string[] conditions =
        [
            "(created_at, position) > ($after, $position)",
            .. caseId is null ? (string[])[] : ["case_id = $case"],
            .. status is null ? (string[])[] : ["status = $status"],
        ];
        var rows = await database.QueryAsync(
            $"SELECT {Columns} FROM notices WHERE {string.Join(" AND ", conditions)} ORDER BY created_at, position LIMIT $limit",
            row => (Row: Row(row), Key: string.Create(CultureInfo.InvariantCulture, $"{row.GetString(8)} {row.GetInt64(17)}")),
            cancellation, ("$after", after), ("$position", position), ("$limit", top + 1L), ("$case", caseId?.Value),
            ("$status", status is { } s ? StoredText.Of(s) : null));
        return ContinuationToken.Slice(List, rows, top, row => row.Key).Select(row => row.Row);
    }

    /// <summary>
    /// Writes a pending mail in the transaction of the connection. Returns the number of rows written: 0 when the mail is there already.
    /// </summary>
    /// <remarks>The id is derived from the mail, so that a person who is named in two parts of one decision gets it once.</remarks>
    public static int Insert(SqliteConnection connection, Notice notice) => connection.Execute(
        """
        INSERT INTO notices (
            id, case_id, sequence, template, recipient_name, recipient_address, recipient_language, subject, body, created_at,
            status, status_at, resend_of, requested_by, request_key)
        VALUES (
            $id, $case, $sequence, $template, $name, $address, $language, $subject, $body, $at, 'pending', $at,
            $resend, $by, $key)
        ON CONFLICT DO NOTHING
        """,
        ("$id", notice.Id.Value), ("$case", notice.Owner.Value),
        ("$sequence", notice.Owner.Year is null ? (long)notice.Sequence : null), ("$template", notice.Template),
        ("$name", notice.Recipient.Name), ("$address", notice.Recipient.Address), ("$language", notice.Recipient.Language.Tag),
        ("$subject", notice.Subject), ("$body", notice.Body), ("$at", notice.CreatedAt),
        ("$resend", notice.Resend?.Of.Value), ("$by", notice.Resend?.RequestedBy), ("$key", notice.Resend?.RequestKey));

    /// <summary>Every mail of a case, in the order of recording.</summary>
    public static IReadOnlyList<OutboxRow> OfCase(SqliteConnection connection, CaseId caseId) =>
        connection.Query($"SELECT {Columns} FROM notices WHERE case_id = $case ORDER BY position", Row, ("$case", caseId.Value));

    /// <summary>Every mail of every year's file, in the order of recording.</summary>
    public static IReadOnlyList<OutboxRow> OfYears(SqliteConnection connection) =>
        connection.Query($"SELECT {Columns} FROM notices WHERE sequence IS NULL ORDER BY position", Row);

    /// <summary>Sets the state of an existing mail, whatever state it was in.</summary>
    public static void Put(SqliteConnection connection, OutboxRow row) => connection.Execute(
        "UPDATE notices SET status = $status, status_at = $at, detail = $detail, message_id = $message, told_by = $by, told_note = $note "
        + "WHERE id = $id",
        ("$id", row.Notice.Id.Value), ("$status", StoredText.Of(row.Status)), ("$at", row.At), ("$detail", row.Detail),
        ("$message", row.MessageId is { } message ? Text(message) : null), ("$by", row.Told?.By), ("$note", row.Told?.Note));

    private static int Move(
        SqliteConnection connection, NoticeId id, string from, NoticeStatus status, DateTimeOffset at, string? detail) =>
        connection.Execute(
            $"UPDATE notices SET status = $status, status_at = $at, detail = $detail WHERE id = $id AND {from}",
            ("$id", id.Value), ("$status", StoredText.Of(status)), ("$at", at), ("$detail", detail));

    // A mail that is no longer claimed when its sender reports on it was handled by two senders: that is an error.
    private static int Claimed(NoticeId id, int changed) =>
        changed == 1 ? changed : throw new InvalidOperationException($"The mail {id} is not claimed, so nothing can be reported about it.");

    private static (string After, long Position) Continued(string? continuation)
    {
        if (ContinuationToken.Key(List, continuation) is not { } key) return ("", 0);
        return key.Split(' ') is [var after, var digits]
            && Digits.TryRead(digits, out long position)
            ? (after, position)
            : throw ContinuationToken.Malformed();
    }

    private static string Text(Guid messageId) => messageId.ToString("D");

    private static OutboxRow Row(SqliteDataReader row) => new(
        new Notice(
            new(row.GetString(0)), new(row.GetString(1)), row.IsDBNull(2) ? 0 : row.GetInt32(2), row.GetString(3),
            new Recipient(row.GetString(4), row.GetString(5), row.Language(12)), row.GetString(6), row.GetString(7), row.Instant(8),
            row.TextOrNull(14) is { } of ? new Resend(new(of), row.GetString(15), row.TextOrNull(16)) : null),
        row.Member<NoticeStatus>(9), row.Instant(10), row.TextOrNull(11),
        row.TextOrNull(13) is { } message ? Guid.ParseExact(message, "D") : null,
        row.TextOrNull(18) is { } by ? new ToldOtherwise(by, row.GetString(19), row.Instant(10)) : null);

    private Task<IReadOnlyList<OutboxRow>> RowsAsync(string condition, string value, CancellationToken cancellation) =>
        database.QueryAsync($"SELECT {Columns} FROM notices {condition}", Row, cancellation, ("$value", value));
}
