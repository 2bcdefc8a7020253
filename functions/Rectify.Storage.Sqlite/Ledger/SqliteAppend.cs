using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Outbox;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>One append, inside a write transaction: first all checks that may refuse it, then the rows.</summary>
public sealed class SqliteAppend(SqliteConnection connection, LedgerAppend append)
{
    private readonly CaseEntry entry = append.Entry;

    /// <summary>The head of the ledger after this append; null when nothing was recorded.</summary>
    public LedgerHead? Head { get; private set; }

    /// <summary>Records everything, with the other cases of the same document, or says why nothing was recorded.</summary>
    public AppendOutcome Run()
    {
        IReadOnlyList<SqliteAppend> all = [this, .. append.Others.Select(other => new SqliteAppend(connection, other))];
        foreach (var one in all)
        {
            if (one.Refuse() is { } refusal) return refusal;
        }

        foreach (var one in all) one.Write();
        Head = all[^1].Head;
        return AppendOutcome.Recorded;
    }

    private AppendOutcome? Refuse()
    {
        // The key is checked first: a repeated request gets its first answer, even if another check would refuse it now.
        if (append.Opening?.Receipt is { } receipt && Exists("SELECT count(*) FROM receipts WHERE key = $value", receipt.Key))
            return AppendOutcome.KeyUsed;
        var stored = SqliteLedger.Stream(connection, entry.CaseId);
        if ((stored is [.., var last] ? last.Sequence : 0) != append.ExpectedVersion) return AppendOutcome.VersionConflict;
        if ((append.Opening?.Number ?? append.Addition?.Number) is { } given && IsOfAnotherCase(given))
            return AppendOutcome.NumberTaken;
        if (append.Opening?.Further.Any(IsOfAnotherCase) == true) return AppendOutcome.NumberTaken;

        AppendRules.RequireChain(append, stored is [.., var recorded] ? recorded.Hash : "");
        return null;
    }

    private void Write()
    {
        if (append.Opening is { } opening) Open(opening);
        else Update();
        if (append.Addition is { } addition) Add(addition);
        Bar(connection, entry);
        foreach (var e in append.Events) Insert(connection, e);
        Head = SqliteHead.Advance(connection, append.Events);
        foreach (var notice in append.Notices) SqliteOutbox.Insert(connection, notice);
    }

    /// <summary>
    /// Writes the index entry of a case that has none. <paramref name="opened"/> is its place in the order of opening; null for the next
    /// place.
    /// </summary>
    public static void Index(SqliteConnection connection, long? opened, CaseEntry entry) => connection.Execute(
        """
        INSERT INTO cases (
            opened, case_id, unit_id, version, status, due_on, next_due_at, number, unit_name, rung, listed_on, deadline, yellow_from, bars,
            awaits, awaits_since, changed_at, units)
        VALUES (
            $opened, $case, $unit, $version, $status, $due, $next, $number, $name, $rung, $listed, $deadline, $yellow, $bars,
            $awaits, $since, $changed, $units)
        """,
        [("$opened", opened), .. Values(entry)]);

    /// <summary>Replaces the rows that say whom a case bars.</summary>
    public static void Bar(SqliteConnection connection, CaseEntry entry)
    {
        connection.Execute("DELETE FROM barred WHERE case_id = $case", ("$case", entry.CaseId.Value));
        foreach (var bar in (entry.Summary?.Bars ?? BarList.Empty).Items)
        {
            connection.Execute(
                "INSERT INTO barred (case_id, subject, from_day, to_day) VALUES ($case, $subject, $from, $to) ON CONFLICT DO NOTHING",
                ("$case", entry.CaseId.Value), ("$subject", bar.Subject.ToString()), ("$from", bar.Days.From), ("$to", bar.Days.To));
        }
    }

    public static void Concerns(SqliteConnection connection, CaseId caseId, string subject) => connection.Execute(
        "INSERT INTO subjects (subject, case_id) VALUES ($subject, $case) ON CONFLICT DO NOTHING",
        ("$subject", subject), ("$case", caseId.Value));

    public static void Number(SqliteConnection connection, CaseId caseId, DocumentNumber number) => connection.Execute(
        "INSERT INTO document_numbers (text, case_id, organ, year, number) "
        + "VALUES ($text, $case, $organ, $year, $number) ON CONFLICT DO NOTHING",
        ("$text", number.Key), ("$case", caseId.Value), ("$organ", number.Series?.Organ), ("$year", number.Series?.Year),
        ("$number", number.Number));

    public static void Keep(SqliteConnection connection, CaseId caseId, Receipt receipt) => connection.Execute(
        """
        INSERT INTO receipts (key, case_id, body_hash, status, location, body)
        VALUES ($key, $case, $hash, $status, $location, $body)
        """,
        ("$key", receipt.Key), ("$case", caseId.Value), ("$hash", receipt.BodyHash),
        ("$status", receipt.Status), ("$location", receipt.Location), ("$body", receipt.Body));

    public static void Insert(SqliteConnection connection, StoredEvent e) => connection.Execute(
        """
        INSERT INTO events (case_id, sequence, type, at, actor, data, previous_hash, hash)
        VALUES ($case, $sequence, $type, $at, $actor, $data, $previous, $hash)
        """,
        ("$case", e.CaseId.Value), ("$sequence", e.Sequence), ("$type", e.Type), ("$at", e.At), ("$actor", e.Actor),
        ("$data", e.Data), ("$previous", e.PreviousHash), ("$hash", e.Hash));

    private static (string Name, object? Value)[] Values(CaseEntry entry) =>
    [
        ("$case", entry.CaseId.Value), ("$unit", entry.UnitId.Value), ("$version", entry.Version), ("$status", StoredText.Of(entry.Status)),
        ("$due", entry.DueOn), ("$next", entry.NextDueAt), .. SqliteCaseFilter.ValuesOf(entry.Summary),
    ];

    private bool IsOfAnotherCase(DocumentNumber number) => connection.Number(
        "SELECT count(*) FROM document_numbers WHERE text = $text AND case_id <> $case", ("$text", number.Key),
        ("$case", entry.CaseId.Value)) > 0;

    private bool Exists(string sql, string value) => connection.Number(sql, ("$value", value)) > 0;

    private void Open(CaseOpening opening)
    {
        Index(connection, null, entry);
        foreach (var subject in opening.Subjects) Concerns(connection, entry.CaseId, subject.ToString());
        if (opening.Number is { } number) Number(connection, entry.CaseId, number);
        foreach (var further in opening.Further) Number(connection, entry.CaseId, further);
        if (opening.Receipt is { } receipt) Keep(connection, entry.CaseId, receipt);
    }

    private void Add(CaseAddition addition)
    {
        foreach (var subject in addition.Subjects) Concerns(connection, entry.CaseId, subject.ToString());
        if (addition.Number is { } number) Number(connection, entry.CaseId, number);
    }

    private void Update()
    {
        var changed = connection.Execute(
            """
            UPDATE cases SET
                unit_id = $unit, version = $version, status = $status, due_on = $due, next_due_at = $next, number = $number,
                unit_name = $name, rung = $rung,
                listed_on = $listed, deadline = $deadline, yellow_from = $yellow, bars = $bars,
                awaits = $awaits, awaits_since = $since, changed_at = $changed, units = $units
            WHERE case_id = $case AND (unit_id = $unit OR $corrects = 1) AND version = $expected
            """,
            [.. Values(entry), ("$expected", append.ExpectedVersion), ("$corrects", append.CorrectsUnit ? 1 : 0)]);
        AppendRules.Require(changed == 1, "the index entry continues that of the case, with its unit");
    }
}
