using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using MimeKit;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Orchestrations;

namespace Rectify.Functions.Tests.Kills;

/// <summary>What lies in a data folder, read beside or after the program.</summary>
internal sealed class Books(string folder)
{
    /// <summary>Everything that a run leaves behind, a line an item.</summary>
    public IReadOnlyList<string> All() =>
    [
        .. Rows("ledger.db",
            "SELECT 'event', case_id, sequence, type, at, actor, data, previous_hash, hash FROM events ORDER BY case_id, sequence"),
        .. Rows("ledger.db", "SELECT 'case', case_id, unit_id, version, status, due_on, next_due_at FROM cases ORDER BY opened"),
        .. Rows("ledger.db", "SELECT 'notice', id, created_at, status, status_at, detail FROM notices ORDER BY id"),
        .. Rows("ledger.db", "SELECT 'subject', subject, case_id FROM subjects ORDER BY subject, case_id"),
        .. Rows("ledger.db", "SELECT 'number', text, case_id FROM document_numbers ORDER BY text"),
        .. Rows("ledger.db", "SELECT 'receipt', key, case_id, body_hash, status, location, body FROM receipts ORDER BY key"),
        .. Rows("ledger.db", "SELECT 'unit', * FROM units ORDER BY unit_id"),
        .. Rows("ledger.db", "SELECT 'official', * FROM officials ORDER BY official_id"),
        .. Rows("ledger.db", "SELECT 'assessment', * FROM assessments ORDER BY unit_id, revision"),
        .. Rows("ledger.db", "SELECT 'yearly', * FROM yearly_entries ORDER BY book, subject, revision"),
        .. Orchestrations().Select(o => $"orchestration {o.Id} {o.Status} {o.Stalled}"),
        .. Rows("durable.db", "SELECT 'inbox', id, due, inbox.name FROM inbox JOIN instances USING (number) ORDER BY id"),
        .. Rows("durable.db", "SELECT 'activity', instance, name FROM activities ORDER BY instance"),
        .. Mails().Select(
            mail =>
                $"mail {mail} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(mail)))}".Replace(
                    folder, "", StringComparison.Ordinal)),
    ];

    public IReadOnlyList<(string Id, OrchestrationRuntimeStatus Status, string Stalled)> Orchestrations() =>
        Read("durable.db", "SELECT id, status, coalesce(stalled, '') FROM instances ORDER BY id",
            row => (row.GetString(0), (OrchestrationRuntimeStatus)row.GetInt32(1), row.GetString(2)));

    /// <summary>The same without that of the yearly cycle, which has no end.</summary>
    public IReadOnlyList<(string Id, OrchestrationRuntimeStatus Status, string Stalled)> OrchestrationsOfCases() =>
        [.. Orchestrations().Where(o => o.Id != Workflows.YearlyCycle.InstanceId)];

    public IReadOnlyList<IGrouping<CaseId, StoredEvent>> Streams() =>
    [
        .. Read("ledger.db", "SELECT case_id, sequence, type, at, actor, data, previous_hash, hash FROM events ORDER BY case_id, sequence",
            row => new StoredEvent(
            new CaseId(row.GetString(0)), row.GetInt32(1), row.GetString(2),
            DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), row.GetString(4),
            row.GetString(5), row.GetString(6), row.GetString(7))).GroupBy(e => e.CaseId)
    ];

    public long Count(string table) => Read("ledger.db", $"SELECT count(*) FROM {table}", row => row.GetInt64(0))[0];

    public IReadOnlyList<string> StatesOfCases() => Rows("ledger.db", "SELECT status FROM cases ORDER BY opened");

    public IReadOnlyList<string> UnsentMails() =>
        Rows("ledger.db", "SELECT id, status, detail FROM notices WHERE status <> 'sent' ORDER BY id");

    public IReadOnlyList<string> Mails() => [.. Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Order(StringComparer.Ordinal)];

    /// <summary>Mails that no mail program can open, and mails that were begun and not ended.</summary>
    public IReadOnlyList<string> BrokenMails() =>
    [
        .. Mails().Where(path => MimeMessage.Load(path) is not { To.Count: 1, TextBody.Length: > 0 }),
        .. Directory.GetFiles(Path.Combine(folder, "mail"), ".*.tmp"),
    ];

    private IReadOnlyList<string> Rows(string file, string sql) => Read(file, sql, row =>
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join(" | ", values);
    });

    private IReadOnlyList<T> Read<T>(string file, string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, file),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read()) rows.Add(read(row));
        return rows;
    }
}
