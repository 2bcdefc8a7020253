using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Ledger;

/// <summary>One append, inside a write transaction: first everything that may refuse it, then the rows.</summary>
internal sealed class SqliteAppend(SqliteConnection connection, LedgerAppend append)
{
    private readonly CaseEntry entry = append.Entry;

    /// <summary>Refuses, before anything is asked of the file, what no ledger may record.</summary>
    public static void Validate(LedgerAppend append)
    {
        var (entry, expected, events, notices, opening) = append;
        Require(expected >= 0, "the expected version is not negative");
        Require(events.Count > 0, "there is something to record");
        Require(events.Index().All(e => e.Item.Sequence == expected + 1 + e.Index), "the events follow the expected version without gaps");
        Require(entry.Version == events[^1].Sequence, "the index entry has the version of the last event");
        Require(events.All(e => e.CaseId == entry.CaseId) && notices.All(n => n.CaseId == entry.CaseId), "everything is about one case");
        Require(opening is null == expected > 0, "a case is opened by its first event and by no other");
    }

    /// <summary>Records everything, or says why nothing was recorded.</summary>
    public AppendOutcome Run()
    {
        // The key first: a repetition of a request is to get its first answer, whatever else would refuse it.
        if (append.Opening?.Receipt is { } receipt && Exists("SELECT count(*) FROM receipts WHERE key = $value", receipt.Key))
            return AppendOutcome.KeyUsed;
        var stored = SqliteLedger.Stream(connection, entry.CaseId);
        if ((stored is [.., var last] ? last.Sequence : 0) != append.ExpectedVersion) return AppendOutcome.VersionConflict;
        if (append.Opening is { } o && Exists("SELECT count(*) FROM document_numbers WHERE text = $value", o.Number.Text))
            return AppendOutcome.NumberTaken;

        RequireChain(stored);
        if (append.Opening is { } opening) Open(opening);
        else Update();
        foreach (var e in append.Events) Insert(e);
        foreach (var notice in append.Notices) SqliteOutbox.Insert(connection, notice);
        return AppendOutcome.Recorded;
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException($"An append must keep the rule that {rule}.");
    }

    private bool Exists(string sql, string value) => connection.Number(sql, ("$value", value)) > 0;

    // An old break in the stored part is for the verification to report; it does not stop a case from going on.
    private void RequireChain(IReadOnlyList<StoredEvent> stored)
    {
        Require(append.Events[0].PreviousHash == (stored is [.., var last] ? last.Hash : ""), "the events chain to the last one that is stored");
        Require(!(EventChain.FirstBreak([.. stored, .. append.Events]) > stored.Count), "the events carry the hashes of what they say");
    }

    private void Open(CaseOpening opening)
    {
        connection.Execute(
            """
            INSERT INTO cases (case_id, unit_id, version, status, due_on, next_due_at)
            VALUES ($case, $unit, $version, $status, $due, $next)
            """,
            ("$case", entry.CaseId.Value), ("$unit", entry.UnitId.Value), ("$version", entry.Version),
            ("$status", SqliteText.Of(entry.Status)), ("$due", entry.DueOn), ("$next", entry.NextDueAt));
        foreach (var subject in opening.Subjects.Distinct())
        {
            connection.Execute(
                "INSERT INTO subjects (subject, case_id) VALUES ($subject, $case)",
                ("$subject", subject.ToString()), ("$case", entry.CaseId.Value));
        }

        var (text, series, number) = opening.Number;
        connection.Execute(
            "INSERT INTO document_numbers (text, case_id, organ, year, number) VALUES ($text, $case, $organ, $year, $number)",
            ("$text", text), ("$case", entry.CaseId.Value), ("$organ", series?.Organ), ("$year", series?.Year), ("$number", number));
        if (opening.Receipt is not { } receipt) return;
        connection.Execute(
            """
            INSERT INTO receipts (key, case_id, body_hash, status, location, body)
            VALUES ($key, $case, $hash, $status, $location, $body)
            """,
            ("$key", receipt.Key), ("$case", entry.CaseId.Value), ("$hash", receipt.BodyHash),
            ("$status", receipt.Status), ("$location", receipt.Location), ("$body", receipt.Body));
    }

    private void Update()
    {
        var changed = connection.Execute(
            """
            UPDATE cases SET version = $version, status = $status, due_on = $due, next_due_at = $next
            WHERE case_id = $case AND unit_id = $unit AND version = $expected
            """,
            ("$version", entry.Version), ("$status", SqliteText.Of(entry.Status)), ("$due", entry.DueOn), ("$next", entry.NextDueAt),
            ("$case", entry.CaseId.Value), ("$unit", entry.UnitId.Value), ("$expected", append.ExpectedVersion));
        Require(changed == 1, "the index entry continues that of the case, with its unit");
    }

    private void Insert(StoredEvent e) => connection.Execute(
        """
        INSERT INTO events (case_id, sequence, type, at, actor, data, previous_hash, hash)
        VALUES ($case, $sequence, $type, $at, $actor, $data, $previous, $hash)
        """,
        ("$case", e.CaseId.Value), ("$sequence", e.Sequence), ("$type", e.Type), ("$at", e.At), ("$actor", e.Actor),
        ("$data", e.Data), ("$previous", e.PreviousHash), ("$hash", e.Hash));
}
