using Microsoft.Data.Sqlite;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;

namespace Rectify.Functions.Tests.Ledger;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => folder.File("rectify.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_reopens_with_what_was_recorded_before_it_was_closed()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);

        using var database = SqliteDatabase.Open(File);

        Assert.Equal(opening.Events, await new SqliteLedger(database).LoadAsync(new CaseId("c1"), Cancellation));
    }

    [Fact]
    public void A_missing_folder_is_created()
    {
        using var database = SqliteDatabase.Open(folder.File("deep/er/rectify.db"));

        Assert.True(System.IO.File.Exists(folder.File("deep/er/rectify.db")));
    }

    [Fact]
    public async Task What_was_reported_as_recorded_is_on_the_disk_although_the_program_never_closed_the_file()
    {
        using var database = SqliteDatabase.Open(File);
        var ledger = new SqliteLedger(database);
        var opening = Writes.Opening("c1", 1);
        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(opening, Cancellation));

        // The files as a killed process leaves them: nothing flushed or tidied up by a close.
        var left = Directory.CreateDirectory(folder.File("left"));
        foreach (var suffix in (string[])["", "-wal"])
            System.IO.File.Copy(File + suffix, Path.Combine(left.FullName, "rectify.db") + suffix);
        using var survivor = SqliteDatabase.Open(Path.Combine(left.FullName, "rectify.db"));

        Assert.Equal(opening.Events, await new SqliteLedger(survivor).LoadAsync(new CaseId("c1"), Cancellation));
    }

    [Fact]
    public async Task Entries_are_written_through_to_the_disk_and_bound_to_their_case()
    {
        using var database = SqliteDatabase.Open(File);

        var settings = await database.ReadAsync(
            connection => (connection.Text("PRAGMA journal_mode"), connection.Number("PRAGMA synchronous"),
                connection.Number("PRAGMA foreign_keys"), connection.Number("PRAGMA busy_timeout")),
            Cancellation);

        // 2 is FULL
        Assert.Equal(("wal", 2, 1, 30_000), settings);
    }

    [Theory]
    [InlineData("UPDATE events SET actor = 'somebody' WHERE sequence = 1")]
    [InlineData("DELETE FROM events WHERE sequence = 2")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        await RecordAsync(Writes.Opening("c1", 1));
        using var database = SqliteDatabase.Open(File);

        var error =
            await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(connection => connection.Execute(sql), Cancellation));

        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_stored_chain_was_broken_goes_on_and_stays_visibly_broken()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        Sql("DROP TRIGGER events_are_never_changed; UPDATE events SET actor = 'somebody' WHERE sequence = 1");
        using var database = SqliteDatabase.Open(File);
        var ledger = new SqliteLedger(database);

        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(Writes.Next("c1", opening.Events), Cancellation));

        Assert.Equal(1, EventChain.FirstBreak(await ledger.LoadAsync(new CaseId("c1"), Cancellation)));
    }

    [Fact]
    public async Task A_write_that_fails_halfway_leaves_nothing_and_the_next_one_is_recorded()
    {
        using var database = SqliteDatabase.Open(File);
        var ledger = new SqliteLedger(database);
        var opening = Writes.Opening("c1", 1, key: "k");
        var orphan = opening with { Notices = [.. opening.Notices, Writes.Notice("n", opening.Events[0]) with { Sequence = 99 }] };

        // The notice of an event that does not exist is the last row written.
        await Assert.ThrowsAsync<SqliteException>(() => ledger.AppendAsync(orphan, Cancellation));

        var rows = await database.ReadAsync(
            connection => connection.Number(
                """
                SELECT (SELECT count(*) FROM cases) + (SELECT count(*) FROM events) + (SELECT count(*) FROM subjects)
                     + (SELECT count(*) FROM document_numbers) + (SELECT count(*) FROM receipts) + (SELECT count(*) FROM notices)
                """),
            Cancellation);
        Assert.Equal(0, rows);
        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(opening, Cancellation));
    }

    [Fact]
    public async Task A_writer_that_waits_too_long_for_another_program_is_told_so()
    {
        using var database = SqliteDatabase.Open(File, TimeSpan.FromSeconds(1));
        using (var other = Connect())
        {
            using var held = other.BeginTransaction(deferred: false);

            var error = await Assert.ThrowsAsync<SqliteFileException>(
                () => new SqliteLedger(database).AppendAsync(Writes.Opening("c1", 1), Cancellation));

            Assert.StartsWith($"{File} is in use", error.Message, StringComparison.Ordinal);
            Assert.Empty(await new SqliteLedger(database).LoadAsync(new CaseId("c1"), Cancellation));
        }

        Assert.Equal(AppendOutcome.Recorded, await new SqliteLedger(database).AppendAsync(Writes.Opening("c1", 1), Cancellation));
    }

    [Fact]
    public async Task A_ledger_that_disappeared_is_an_error_and_not_an_empty_ledger()
    {
        using var database = SqliteDatabase.Open(File);
        var ledger = new SqliteLedger(database);

        // boundary: once before and once after a connection is kept open
        await AssertGoneAsync();
        SqliteDatabase.Open(File).Dispose();
        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(Writes.Opening("c1", 1), Cancellation));
        await AssertGoneAsync();

        async Task AssertGoneAsync()
        {
            System.IO.File.Delete(File);
            var read = await Assert.ThrowsAsync<SqliteFileException>(() => ledger.LoadAsync(new CaseId("c1"), Cancellation));
            var written = await Assert.ThrowsAsync<SqliteFileException>(() => ledger.AppendAsync(Writes.Opening("c2", 2), Cancellation));
            Assert.StartsWith(File, read.Message, StringComparison.Ordinal);
            Assert.StartsWith(File, written.Message, StringComparison.Ordinal);
            Assert.False(System.IO.File.Exists(File));
        }
    }

    [Theory]
    [InlineData(5, "is in use")]
    [InlineData(6, "is in use")]
    [InlineData(8, "is read-only")]
    [InlineData(10, "failed")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "is not a SQLite database")]
    public void An_error_of_the_file_says_which_file_and_what_is_wrong(int code, string meaning)
    {
        var error = SqliteFileException.From("/data/rectify.db", new SqliteException("said SQLite", code));

        Assert.Contains("/data/rectify.db", error?.Message, StringComparison.Ordinal);
        Assert.Contains(meaning, error?.Message, StringComparison.Ordinal);
        Assert.Contains("said SQLite", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_the_file_are_part_of_its_format()
    {
        Assert.Equal(
            "rectifying suspended awaitingInspection released vetoProposed vetoed declined fulfilled nextRungProposed escalated "
            + "nextRungDeclined consequenceProposed consequenceDecided revoked closed",
            Names<CaseStatus>());
        Assert.Equal("pending sending sent failed unknown delivered withdrawn toldOtherwise", Names<NoticeStatus>());
        Assert.Equal(
            "locality department unit enterprise stateOwnedEnterprise publicInstitution massOrganisation socialOrganisation",
            Names<UnitKind>());
        Assert.Equal("province city county township", Names<UnitLevel>());
        Assert.Equal("notice talk listing veto", Names<Rung>());
        Assert.Equal("principal supervising inCharge directlyLiable relatedLiable other", Names<LeaderRole>());
        Assert.Equal("2026-03-02T01:00:00.1234567Z", StoredText.Of(Writes.Start));
    }

    private static string Names<T>() where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(StoredText.Of));

    private async Task RecordAsync(LedgerAppend append)
    {
        using var database = SqliteDatabase.Open(File);
        Assert.Equal(AppendOutcome.Recorded, await new SqliteLedger(database).AppendAsync(append, Cancellation));
    }

    private void Sql(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
