using Azure.Core;
using Azure.Data.Tables;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger, register and outbox in Azure Tables.</summary>
public class TablesReconcileJourney : ReconcileJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override string[] Storage { get; } = Azurite.Settings();

    [Fact]
    public async Task A_ledger_that_is_ahead_of_its_index_is_caught_up_with_by_the_timer()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Storage);
        var caseId = new CaseId(await app.ListAsync("2026-03-30", new { months = 6 }));
        await app.SettleAsync();

        // Another process records a submission and dies after the commit, before it writes the index or wakes anybody.
        var kill = new CallStop();
        var store = TablesStore.Open(new TablesOptions(Storage[1], Storage[3]) { Watchers = [(kill, HttpPipelinePosition.PerRetry)] });
        var (ledger, _, _) = TablesStorage.Parts(store);
        var stream = await ledger.LoadAsync(caseId, Cancellation);
        var suspended = EventChain.Extend(caseId, stream, [new CaseEvent.ClockSuspended(new DateOnly(2026, 3, 30), "等待鉴定")], app.Now,
            "officer:officer");
        var entry = new CaseEntry(caseId, new UnitId("yj-oubei"), stream.Count + 1, CaseStatus.Suspended, new DateOnly(2026, 9, 30), null);
        kill.DieAt(2, CallStop.Moment.After);
        await Assert.ThrowsAsync<CallStop.Killed>(
            () => ledger.AppendAsync(new LedgerAppend(entry, stream.Count, suspended, []), Cancellation));
        Assert.True((await RowAsync()).GetBoolean(CaseIndexTable.Dirty));

        await app.AdvanceAsync("2026-03-30 10:17");
        var row = await RowAsync();
        Assert.Equal((false, stream.Count + 1, "suspended"),
            (row.GetBoolean(CaseIndexTable.Dirty), row.GetInt32("Version"), row.GetString("Status")));
        await app.AdvanceAsync("2026-10-01 09:00");
        Assert.DoesNotContain("veto", app.Mails().Keys);

        async Task<TableEntity> RowAsync() => (await TablesStore.FindAsync(
            TablesStore.Open(new TablesOptions(Storage[1], Storage[3])).Index, IndexRows.Partition, IndexRows.Case(1), Cancellation))!;
    }
}
