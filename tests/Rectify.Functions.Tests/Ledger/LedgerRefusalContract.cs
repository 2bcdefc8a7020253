using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What no ledger records, because only a fault of the program can ask for it.</summary>
public abstract class LedgerRefusalContract : StorageContract
{
    [Fact]
    public async Task Events_that_chain_to_another_past_are_refused()
    {
        await RecordAsync(Writes.Opening("c1", 1));
        var otherPast = Writes.Opening("c1", 1).Events.Select(e => e with { Hash = "0000" }).ToList();

        await AssertRefusedAsync(Writes.Next("c1", otherPast));
    }

    [Fact]
    public async Task Events_that_were_changed_after_they_were_hashed_are_refused()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var next = Writes.Next("c1", opening.Events);

        await AssertRefusedAsync(next with { Events = [next.Events[0], next.Events[1] with { Actor = "officer:other" }] });
        await AssertRefusedAsync(next with { Events = [next.Events[0] with { Data = "{}" }, next.Events[1]] });
    }

    [Fact]
    public async Task An_append_that_contradicts_itself_is_refused()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var next = Writes.Next("c1", opening.Events);

        await AssertRefusedAsync(next with { Events = [], Entry = next.Entry with { Version = 2 } });
        await AssertRefusedAsync(next with { Events = [next.Events[1], next.Events[0]] });
        await AssertRefusedAsync(next with { Events = [next.Events[1]] });
        await AssertRefusedAsync(next with { Entry = next.Entry with { Version = 3 } });
        await AssertRefusedAsync(next with { Entry = next.Entry with { UnitId = new UnitId("yj-qiaotou") } });
        await AssertRefusedAsync(next with { Entry = next.Entry with { CaseId = new CaseId("c2") } });
        await AssertRefusedAsync(next with { Notices = [Writes.Notice("n", next.Events[0]) with { Owner = new CaseId("c2") }] });
        await AssertRefusedAsync(next with { Opening = opening.Opening });
        await AssertRefusedAsync(Writes.Opening("c2", 2) with { Opening = null });
    }

    [Fact]
    public async Task An_entry_that_the_storage_would_change_is_refused()
    {
        var opening = Writes.Opening("c1", 1);
        await AssertRefusedAsync(opening with { Notices = [opening.Notices[0] with { Body = "before\0after" }] }, events: 0);
        await AssertRefusedAsync(opening with { Notices = [opening.Notices[0] with { Body = "half \ud83d" }] }, events: 0);
    }

    [Fact]
    public async Task A_cancelled_append_records_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ledger.AppendAsync(Writes.Opening("c1", 1), cancelled.Token));

        Assert.Empty(await Ledger.LoadAsync(new CaseId("c1"), Cancellation));
    }

    private async Task AssertRefusedAsync(LedgerAppend append, int events = 2)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.AppendAsync(append, Cancellation));
        Assert.Equal(events, (await Ledger.LoadAsync(new CaseId("c1"), Cancellation)).Count);
        Assert.Empty(await Ledger.LoadAsync(new CaseId("c2"), Cancellation));
        Assert.Equal(events, (await NoticesAsync()).Count);
    }
}
