using Azure.Core;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>
/// A writer that opens the cases of several units dies before and after every call that it makes. Once the first case is there, a repeated
/// request or the repair records the others; before that, none of them is ever there.
/// </summary>
public class TablesJointKillTests
{
    private const int MaxCalls = 120;

    private static readonly string[] Cases = ["c1", "c2", "c3"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before), nameof(Repeat))]
    [InlineData(nameof(CallStop.Moment.After), nameof(Repeat))]
    [InlineData(nameof(CallStop.Moment.Before), nameof(Repair))]
    [InlineData(nameof(CallStop.Moment.After), nameof(Repair))]
    [InlineData(nameof(CallStop.Moment.After), nameof(RepairWithoutIndex))]
    public async Task A_document_that_is_killed_at_any_call_has_all_its_cases_in_the_end_or_none(string moment, string next)
    {
        var (call, killed, partly) = (0, true, 0);
        while (killed)
        {
            call++;
            Assert.True(call < MaxCalls, "No end of calls.");
            var (storage, stop) = (new TablesStorage(), new CallStop());
            var (ledger, _, _) = TablesStorage.Parts(storage.Open((stop, HttpPipelinePosition.PerCall)));
            stop.DieAt(call, Enum.Parse<CallStop.Moment>(moment));
            try
            {
                await ledger.AppendAsync(Joint, Cancellation);
                killed = false;
            }
            catch (CallStop.Killed)
            {
            }

            var after = storage.Open(TimeSpan.Zero);
            var left = await CountAsync(after);
            if (left is > 0 and < 3) partly++;
            switch (next)
            {
                case nameof(Repeat):
                    await Repeat(after, left > 0);
                    Assert.Equal(3, await CountAsync(after));
                    break;
                case nameof(RepairWithoutIndex):
                    await RepairWithoutIndex(after);
                    Assert.Equal(left > 0 ? 3 : 0, await CountAsync(after));
                    break;
                default:
                    await Repair(after);
                    Assert.Equal(left > 0 ? 3 : 0, await CountAsync(after));
                    break;
            }

            await AssertNothingLeftAsync(after);
        }

        Assert.True(partly > 0, "No kill came between the cases.");
    }

    private static LedgerAppend Joint => Writes.Joint(Cases, 1, "k");

    // As the office does it: the receipt is asked for first, and only without one the document is recorded.
    private static async Task Repeat(TablesStore store, bool wasRecorded)
    {
        var ledger = TablesStorage.Parts(store).Ledger;
        var receipt = await ledger.FindReceiptAsync("k", Cancellation);
        Assert.Equal(wasRecorded ? Joint.Opening!.Receipt : null, receipt);
        if (receipt is null) Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(Joint, Cancellation));
    }

    private static Task<int> Repair(TablesStore store) => new TablesRepair(store).RepairAsync(RepairScope.Marked, Cancellation);

    private static async Task RepairWithoutIndex(TablesStore store)
    {
        await foreach (var row in TablesStore.QueryAsync(store.Index, "", Cancellation))
            await store.Index.DeleteEntityAsync(row, cancellationToken: Cancellation);
        await new TablesRepair(store).RepairAsync(RepairScope.Everything, Cancellation);
    }

    private static async Task<int> CountAsync(TablesStore store)
    {
        var (ledger, outbox, _) = TablesStorage.Parts(store);
        var count = 0;
        foreach (var append in Joint.Others.Prepend(Joint))
        {
            var stream = await ledger.LoadAsync(append.Entry.CaseId, Cancellation);
            if (stream.Count == 0) continue;

            count++;
            Assert.Equal(append.Events, stream);
            Assert.Equal(append.Notices, (await outbox.UnsentAsync(append.Entry.CaseId, Cancellation)).Select(row => row.Notice));
            Assert.Equal([append.Entry.CaseId], await ledger.CasesOfAsync(new Subject.Unit(append.Entry.UnitId), Cancellation));
        }

        return count;
    }

    private static async Task AssertNothingLeftAsync(TablesStore store)
    {
        await new TablesRepair(store).RepairAsync(RepairScope.Everything, Cancellation);
        Assert.Equal(0, await new TablesRepair(store).RepairAsync(RepairScope.Everything, Cancellation));
        var left = TablesStore.QueryAsync(store.Cases, "RowKey ge 'o:' and RowKey lt 'o;'", Cancellation);
        Assert.Empty(await left.ToListAsync(Cancellation));
    }
}
