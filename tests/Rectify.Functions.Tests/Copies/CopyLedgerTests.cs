using Azure.Core;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger;
using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Server.CommandLine;
using Rectify.Server.Copies;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Copies;

/// <summary>The ledger moves from a file to the real table service and back.</summary>
public class CopyLedgerTests(FilledOffice office) : IClassFixture<FilledOffice>
{
    private readonly TablesOptions tables = new(Azurite.ConnectionString, Azurite.NewPrefix()) { Retries = 0 };
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_that_went_to_tables_and_back_is_the_same_row_by_row()
    {
        using var back = new TempFolder();

        Assert.Equal((0, ""), (await ToTablesAsync(office.Folder), errors.ToString()));
        Assert.Equal((0, ""), (await ToSqliteAsync(back.Path), errors.ToString()));

        Assert.Equal(FilledOffice.Rows(office.Folder), FilledOffice.Rows(back.Path));
        Assert.Contains("2 cases", output.ToString());
        Assert.Contains("Every chain is whole", output.ToString());
    }

    [Fact]
    public async Task What_was_copied_into_tables_goes_on_there_and_its_index_can_be_made_again()
    {
        await ToTablesAsync(office.Folder);
        var store = TablesStore.Open(tables);
        var (ledger, outbox, _) = TablesStorage.Parts(store);

        Assert.Equal([office.CaseId, "cycle-2026"], (await outbox.OwnersWithUnsentAsync(Cancellation)).Select(id => id.Value));
        var unsent = new CaseId(office.CaseId);
        var mail = (await outbox.UnsentAsync(unsent, Cancellation))[0].Notice.Id;
        Assert.True(await outbox.ClaimAsync(mail, Guid.Empty, App.Instant("2026-10-21 10:00"), Cancellation));
        await outbox.SettleAsync(mail, NoticeStatus.Sent, App.Instant("2026-10-21 10:00"), null, Cancellation);

        // Numbers of later entries too: the index is lost and made again from the cases.
        await store.Index.DeleteAsync(Cancellation);
        await store.Index.CreateAsync(Cancellation);
        await new TablesRepair(TablesStore.Open(tables)).RepairAsync(RepairScope.Everything, Cancellation);
        Assert.Contains(new CaseId("cycle-2026"), await outbox.OwnersWithUnsentAsync(Cancellation));
        Assert.Equal([office.CaseId],
            (await ledger.CasesOfAsync(new Subject.Official(new OfficialId("o-4")), Cancellation)).Select(id => id.Value));
        Assert.Equal(2, (await ledger.CasesOfAsync(new Subject.Unit(new UnitId("yj-oubei")), Cancellation)).Count);
        Assert.Equal(4, await ledger.HighestNumberAsync(new("永平安督", 2026), Cancellation));
        Assert.Equal(1, await ledger.HighestNumberAsync(new("平安督", 2026), Cancellation));
        Assert.Equal(201, (await ledger.FindReceiptAsync("officer:officer|listings|second/#1", Cancellation))?.Status);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(25)]
    [InlineData(40)]
    [InlineData(60)]
    public async Task A_copy_that_was_killed_keeps_the_app_out_and_goes_on_when_it_is_run_again(int call)
    {
        var kill = new CallStop();
        kill.DieAt(call, CallStop.Moment.After);
        var killed = tables with { Watchers = [(kill, HttpPipelinePosition.PerRetry)] };
        await Assert.ThrowsAnyAsync<Exception>(() =>
            CopyLedgerCommand.ToTablesAsync(office.Folder, killed, Progress.None, output, errors, Cancellation));

        // Before the mark stands there is nothing in the tables yet.
        var before = TablesStore.OpenForCopy(tables);
        if (before.CopyUnderWay() is null)
        {
            Assert.InRange(call, 1, 39);
            Assert.True(await Store.Of(before).IsEmptyAsync(Cancellation));
        }
        else
        {
            Assert.Contains("was not finished", Assert.Throws<TablesException>(() => TablesStore.Open(tables)).Message);
            using var other = office.Copy();
            Assert.Equal(1, await ToTablesAsync(other.Path));
        }

        Assert.Equal(0, await ToTablesAsync(office.Folder));
        using var back = new TempFolder();
        Assert.Equal(0, await ToSqliteAsync(back.Path));
        Assert.Equal(FilledOffice.Rows(office.Folder), FilledOffice.Rows(back.Path));
    }

    [Fact]
    public async Task A_copy_to_a_file_that_was_killed_leaves_no_ledger_and_starts_anew()
    {
        await ToTablesAsync(office.Folder);
        using var back = new TempFolder();
        var kill = new CallStop();
        kill.DieAt(14, CallStop.Moment.Before);
        var killed = tables with { Watchers = [(kill, HttpPipelinePosition.PerRetry)] };
        await Assert.ThrowsAnyAsync<Exception>(() =>
            CopyLedgerCommand.ToSqliteAsync(back.Path, killed, Progress.None, output, errors, Cancellation));
        Assert.False(File.Exists(back.File("ledger.db")));

        Assert.Equal(0, await ToSqliteAsync(back.Path));
        Assert.Equal(FilledOffice.Rows(office.Folder), FilledOffice.Rows(back.Path));
    }

    [Fact]
    public async Task A_target_that_is_not_empty_is_refused_and_left_as_it_is()
    {
        await TablesStorage.Parts(TablesStore.Open(tables)).Registry.PutUnitAsync(
            new(new UnitId("there"), "先到", UnitKind.Unit, UnitLevel.City, null, new("陈", "chen@there.example"), null), Cancellation);

        Assert.Equal(1, await ToTablesAsync(office.Folder));
        Assert.Contains("not empty", errors.ToString());
        TablesStore.Open(tables);

        Assert.Equal(1, await ToSqliteAsync(office.Folder));
        Assert.Contains("ledger.db exists", errors.ToString());
    }

    [Fact]
    public async Task An_entry_that_somebody_changed_is_told_and_the_copy_is_not_used()
    {
        using var forged = office.Copy();
        using (var connection = new SqliteConnection($"Data Source={forged.File("ledger.db")};Pooling=False"))
        {
            connection.Open();
            using var forgery = connection.CreateCommand();
            forgery.CommandText = "DROP TRIGGER events_are_never_changed; UPDATE events SET actor = 'nobody' WHERE sequence = 2";
            forgery.ExecuteNonQuery();
        }

        Assert.Equal(1, await ToTablesAsync(forged.Path));
        Assert.Contains("the chain is broken at entry 2, in the source", errors.ToString());
        Assert.Throws<TablesException>(() => TablesStore.Open(tables));
    }

    private Task<int> ToTablesAsync(string folder) =>
        CopyLedgerCommand.ToTablesAsync(folder, tables, Progress.None, output, errors, Cancellation);

    private Task<int> ToSqliteAsync(string folder) =>
        CopyLedgerCommand.ToSqliteAsync(folder, tables, Progress.None, output, errors, Cancellation);
}
