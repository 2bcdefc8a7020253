using Azure.Core;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>
/// A writer dies before and after every call that it makes. What is left is all of its append or nothing, and whoever comes next can go on.
/// </summary>
public class TablesKillTests
{
    // More calls than any append makes: a kill that never comes ends the walk.
    private const int MaxCalls = 40;

    private static readonly CaseId Case = new("c1");
    private static readonly Subject Unit = new Subject.Unit(new UnitId("yj-oubei"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task An_opening_that_is_killed_at_any_call_is_there_wholly_or_not_at_all(string moment)
    {
        var opening = Writes.Opening(Case.Value, 1, key: "k");
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            var killed = await kill(ledger => ledger.AppendAsync(opening, Cancellation));

            // Right at once, before anything is repaired, for whoever comes next.
            var after = storage.Open(TimeSpan.Zero);
            var recorded = await AssertWholeAsync(after, opening, []);
            Assert.Equal(recorded, await HighestAsync(after) == 1);

            var outcome = await TablesStorage.Parts(after).Ledger.AppendAsync(opening, Cancellation);
            Assert.Equal(recorded ? AppendOutcome.KeyUsed : AppendOutcome.Recorded, outcome);
            Assert.True(await AssertWholeAsync(after, opening, []));
            await AssertGoesOnAsync(storage, opening);
            return killed;
        });
    }

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task The_number_and_the_key_of_an_opening_that_was_killed_are_given_to_the_next(string moment)
    {
        var opening = Writes.Opening(Case.Value, 1, key: "k");
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            var killed = await kill(ledger => ledger.AppendAsync(opening, Cancellation));

            var after = storage.Open(TimeSpan.Zero);
            var ledger = TablesStorage.Parts(after).Ledger;
            var recorded = (await ledger.LoadAsync(Case, Cancellation)).Count > 0;
            var number = await ledger.HighestNumberAsync(Writes.Series, Cancellation) + 1;
            var other = Writes.Opening("c2", number, key: recorded ? "k2" : "k");
            Assert.Equal(recorded ? 2 : 1, number);
            Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(other, Cancellation));

            Assert.Equal(AppendOutcome.KeyUsed, await ledger.AppendAsync(opening, Cancellation));
            await AssertGoesOnAsync(storage, other);
            Assert.Equal(recorded ? ["c1", "c2"] : ["c2"], (await ledger.CasesOfAsync(Unit, Cancellation)).Select(id => id.Value));
            return killed;
        });
    }

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task A_draw_that_is_killed_at_any_call_leaves_no_gap(string moment)
    {
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            await storage.Ledger.AppendAsync(Writes.NumberedOpening(Case.Value), Cancellation);
            var killed = await kill(async ledger =>
            {
                await ledger.AppendAsync(Writes.NumberedOpening("c2"), Cancellation);
                await ledger.AppendAsync(Writes.NumberedNext("c2", await ledger.LoadAsync(new CaseId("c2"), Cancellation)), Cancellation);
            });

            var store = storage.Open(TimeSpan.Zero);
            var ledger = TablesStorage.Parts(store).Ledger;
            var recorded = (await ledger.LoadAsync(new CaseId("c2"), Cancellation)).Count / 2;
            Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(Writes.NumberedOpening("c3"), Cancellation));
            Assert.Equal(2 + recorded, await HighestAsync(store));
            var passed = (CaseEvent.InspectionPassed)(await ledger.LoadAsync(new CaseId("c3"), Cancellation))[^1].Event;
            Assert.Equal(2 + recorded, DocumentNumber.Parse(passed.DocumentNumber!).Number);
            return killed;
        });
    }

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task An_append_that_is_killed_at_any_call_is_there_wholly_or_not_at_all(string moment)
    {
        var opening = Writes.Opening(Case.Value, 1);
        var next = Writes.Next(Case.Value, opening.Events);
        next = next with { Entry = next.Entry with { Status = CaseStatus.Closed, DueOn = new DateOnly(2031, 1, 1), NextDueAt = null } };
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            Assert.Equal(AppendOutcome.Recorded, await storage.Ledger.AppendAsync(opening, Cancellation));
            var killed = await kill(ledger => ledger.AppendAsync(next, Cancellation));

            var after = storage.Open(TimeSpan.Zero);
            var recorded = await AssertWholeAsync(after, opening, [next]);
            var outcome = await TablesStorage.Parts(after).Ledger.AppendAsync(next, Cancellation);
            Assert.Equal(recorded ? AppendOutcome.VersionConflict : AppendOutcome.Recorded, outcome);
            Assert.True(await AssertWholeAsync(after, opening, [next]));
            await AssertGoesOnAsync(storage, next);
            return killed;
        });
    }

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task A_sender_that_is_killed_at_any_call_leaves_each_mail_unsent_or_settled_and_found(string moment)
    {
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            await storage.Ledger.AppendAsync(Writes.Opening(Case.Value, 1), Cancellation);
            var killed = await kill(async (_, outbox) =>
            {
                foreach (var row in await outbox.UnsentAsync(Case, Cancellation))
                {
                    await outbox.ClaimAsync(row.Notice.Id, MessageId.Of(row.Notice.Id), Writes.Start, Cancellation);
                    await outbox.SettleAsync(row.Notice.Id, NoticeStatus.Sent, Writes.Start, null, Cancellation);
                }
            });

            var (ledger, outbox, _) = TablesStorage.Parts(storage.Open(TimeSpan.Zero));
            var rows = (await outbox.ListAsync(Case, null, 10, null, Cancellation)).Items;
            Assert.Equal(2, rows.Count);
            Assert.All(rows,
                row => Assert.Contains(row.Status, (NoticeStatus[])[NoticeStatus.Pending, NoticeStatus.Sending, NoticeStatus.Sent]));
            var unsent = rows.Where(row => row.Status != NoticeStatus.Sent).ToList();
            Assert.Equal(unsent, await outbox.UnsentAsync(Case, Cancellation));
            Assert.Equal(unsent.Count > 0 ? [Case] : [], await outbox.OwnersWithUnsentAsync(Cancellation));
            return killed;
        });
    }

    [Theory]
    [InlineData(nameof(CallStop.Moment.Before))]
    [InlineData(nameof(CallStop.Moment.After))]
    public async Task What_an_append_adds_to_the_indexes_is_found_exactly_when_it_is_recorded(string moment)
    {
        var opening = Writes.Opening(Case.Value, 1);
        var person = new Subject.Official(new OfficialId("p-2002"));
        var next = Writes.Next(Case.Value, opening.Events) with { Addition = new CaseAddition([person], Writes.Series.At(2)) };
        await AtEveryCallAsync(moment, async (kill, storage) =>
        {
            Assert.Equal(AppendOutcome.Recorded, await storage.Ledger.AppendAsync(opening, Cancellation));
            var killed = await kill(ledger => ledger.AppendAsync(next, Cancellation));

            var after = storage.Open(TimeSpan.Zero);
            var ledger = TablesStorage.Parts(after).Ledger;
            var recorded = (await ledger.LoadAsync(Case, Cancellation)).Count > opening.Events.Count;
            Assert.Equal(recorded ? [Case] : [], await ledger.CasesOfAsync(person, Cancellation));
            Assert.Equal(recorded ? 2 : 1, await ledger.HighestNumberAsync(Writes.Series, Cancellation));

            await new TablesRepair(after).RepairAsync(RepairScope.Everything, Cancellation);
            Assert.Equal(recorded ? [Case] : [], await ledger.CasesOfAsync(person, Cancellation));
            Assert.Equal(recorded ? AppendOutcome.NumberTaken : AppendOutcome.Recorded,
                await ledger.AppendAsync(Writes.Opening("c2", 2), Cancellation));
            return killed;
        });
    }

    [Fact]
    public async Task An_index_that_was_lost_is_made_again_with_what_later_entries_added()
    {
        var (storage, opening, person) = (new TablesStorage(), Writes.Opening(Case.Value, 1),
            new Subject.Official(new OfficialId("p-2002")));
        await storage.Ledger.AppendAsync(opening, Cancellation);
        var next = Writes.Next(Case.Value, opening.Events) with { Addition = new CaseAddition([person], Writes.Series.At(2)) };
        await storage.Ledger.AppendAsync(next, Cancellation);
        var after = storage.Open(TimeSpan.Zero);
        await foreach (var row in TablesStore.QueryAsync(after.Index, "", Cancellation))
            await after.Index.DeleteEntityAsync(row, cancellationToken: Cancellation);
        var ledger = TablesStorage.Parts(after).Ledger;
        Assert.Empty(await ledger.CasesOfAsync(person, Cancellation));

        await new TablesRepair(after).RepairAsync(RepairScope.Everything, Cancellation);

        Assert.Equal([Case], await ledger.CasesOfAsync(person, Cancellation));
        Assert.Equal([Case], await ledger.CasesOfAsync(Unit, Cancellation));
        Assert.Equal(2, await ledger.HighestNumberAsync(Writes.Series, Cancellation));
    }

    private delegate Task<bool> Kill(Func<ILedger, IOutbox, Task> work);

    private static Task AtEveryCallAsync(string moment, Func<Func<Func<ILedger, Task>, Task<bool>>, TablesStorage, Task<bool>> story) =>
        AtEveryCallAsync(moment, (Kill kill, TablesStorage storage) => story(work => kill((ledger, _) => work(ledger)), storage));

    private static async Task AtEveryCallAsync(string moment, Func<Kill, TablesStorage, Task<bool>> story)
    {
        var (call, when) = (0, Enum.Parse<CallStop.Moment>(moment));
        bool killed;
        do
        {
            call++;
            Assert.True(call < MaxCalls, "No end of calls.");
            var (storage, stop) = (new TablesStorage(), new CallStop());
            var (ledger, outbox, _) = TablesStorage.Parts(storage.Open((stop, HttpPipelinePosition.PerCall)));
            killed = await story(
                async work =>
                {
                    stop.DieAt(call, when);
                    try
                    {
                        await work(ledger, outbox);
                        return false;
                    }
                    catch (CallStop.Killed)
                    {
                        return true;
                    }
                },
                storage);
        }
        while (killed);
        Assert.True(call > 3, $"Only {call} calls were made.");
    }

    /// <summary>All answers tell of the last append, or all tell that it was not made; whether it was.</summary>
    private static async Task<bool> AssertWholeAsync(TablesStore store, LedgerAppend opening, IReadOnlyList<LedgerAppend> later)
    {
        var (ledger, outbox, _) = TablesStorage.Parts(store);
        var stream = await ledger.LoadAsync(Case, Cancellation);
        Assert.Null(EventChain.FirstBreak(stream));
        LedgerAppend[] all = [opening, .. later];
        var made = all.TakeWhile(append => append.Entry.Version <= stream.Count).ToList();
        Assert.Equal(made.Stream(), stream);
        Assert.InRange(made.Count, all.Length - 1, all.Length);

        CaseEntry[] entries = made is [.., var last] ? [last.Entry] : [];
        CaseId[] cases = made.Count > 0 ? [Case] : [];
        var day = new DateOnly(2026, 12, 31);
        Assert.Equal(entries, await ListAsync(new CaseFilter(null, null, null, Writes.Start)));
        Assert.Equal(entries.Where(entry => entry.Status == CaseStatus.Closed),
            await ListAsync(new CaseFilter(CaseStatus.Closed, null, null, Writes.Start)));
        Assert.Equal(entries.Where(entry => entry.DueOn < day), await ListAsync(new CaseFilter(null, null, day, Writes.Start)));
        Assert.Equal(cases, await ledger.CasesOfAsync(Unit, Cancellation));
        Assert.Equal(cases.Select(caseId => (OutboxOwner)caseId), await outbox.OwnersWithUnsentAsync(Cancellation));
        Assert.Equal(made.SelectMany(append => append.Notices), (await outbox.UnsentAsync(Case, Cancellation)).Select(row => row.Notice));
        Assert.Equal(made.Count > 0 ? opening.Opening!.Receipt : null, await ledger.FindReceiptAsync("k", Cancellation));
        return made.Count == all.Length;

        async Task<IReadOnlyList<CaseEntry>> ListAsync(CaseFilter filter) => (await ledger.ListAsync(filter, 10, null, Cancellation)).Items;
    }

    /// <summary>After a repair nothing is unfinished any more, and the case goes on.</summary>
    private static async Task AssertGoesOnAsync(TablesStorage storage, LedgerAppend last)
    {
        var store = storage.Open(TimeSpan.Zero);
        await new TablesRepair(store).RepairAsync(RepairScope.Everything, Cancellation);
        Assert.Equal(0, await new TablesRepair(store).RepairAsync(RepairScope.Everything, Cancellation));

        var ledger = TablesStorage.Parts(store).Ledger;
        var stream = await ledger.LoadAsync(last.Entry.CaseId, Cancellation);
        var next = Writes.Next(last.Entry.CaseId.Value, stream);
        Assert.Equal(AppendOutcome.Recorded, await ledger.AppendAsync(next, Cancellation));
        Assert.Contains(next.Entry, (await ledger.ListAsync(new CaseFilter(null, null, null, Writes.Start), 10, null, Cancellation)).Items);
    }

    private static Task<int> HighestAsync(TablesStore store) =>
        TablesStorage.Parts(store).Ledger.HighestNumberAsync(Writes.Series, Cancellation);
}
