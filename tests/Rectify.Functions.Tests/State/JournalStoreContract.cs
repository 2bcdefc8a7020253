using Rectify.Office.Journals;

namespace Rectify.Functions.Tests.State;

/// <summary>What every kind of journal store does.</summary>
public abstract class JournalStoreContract
{
    private protected abstract IJournalStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    private protected abstract IJournalStore OpenAgain();

    [Fact]
    public async Task Entries_read_back_in_order_in_every_process_and_journals_are_apart()
    {
        Assert.Empty(await Store.ReadAsync(Journal.Bars, 0, 10, Cancellation));
        Assert.True(await Store.TryAppendAsync(Journal.Bars, 0, [new("a", "\"一\""), new("b", "\"🚧\"")], Cancellation));
        Assert.True(await OpenAgain().TryAppendAsync(Journal.Bars, 2, [new("a", "\"三\"")], Cancellation));

        JournalEntry[] all = [new(1, "a", "\"一\""), new(2, "b", "\"🚧\""), new(3, "a", "\"三\"")];
        Assert.Equal(all, await Store.ReadAsync(Journal.Bars, 0, 10, Cancellation));
        Assert.Equal(all[1..2], await OpenAgain().ReadAsync(Journal.Bars, 1, 1, Cancellation));
        Assert.Empty(await Store.ReadAsync(Journal.Bars, 3, 10, Cancellation));
        Assert.Empty(await Store.ReadAsync(Journal.OvertakenReplies, 0, 10, Cancellation));
    }

    [Fact]
    public async Task Who_appends_after_another_place_than_the_last_records_nothing()
    {
        Assert.True(await Store.TryAppendAsync(Journal.Bars, 0, [new("a", "1")], Cancellation));
        Assert.False(await Store.TryAppendAsync(Journal.Bars, 0, [new("b", "2"), new("c", "3")], Cancellation));
        Assert.False(await Store.TryAppendAsync(Journal.Bars, 2, [new("b", "2")], Cancellation));
        Assert.Single(await Store.ReadAsync(Journal.Bars, 0, 10, Cancellation));
    }

    [Fact]
    public async Task Of_many_that_append_at_once_each_gets_places_of_its_own_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var store = writer % 2 == 0 ? Store : OpenAgain();
            var memory = new JournalMemory<int>(store, Journal.Bars);
            foreach (var number in Enumerable.Range(0, 4)) await memory.AppendAsync(_ => ($"{writer}", number), Cancellation);
        }));

        var all = await Store.ReadAsync(Journal.Bars, 0, 100, Cancellation);
        Assert.Equal(Enumerable.Range(1, 32).Select(place => (long)place), all.Select(entry => entry.Place));
        Assert.All(all.GroupBy(entry => entry.Key), one => Assert.Equal(["0", "1", "2", "3"], one.Select(entry => entry.Text)));
    }

    [Fact]
    public async Task A_long_text_is_kept_whole()
    {
        var text = $"\"{string.Concat(Enumerable.Repeat("督", 200_000))}\"";
        Assert.True(await Store.TryAppendAsync(Journal.ConsultationRequests, 0, [new("a", text), new("b", "1")], Cancellation));
        Assert.Equal([text, "1"], (await Store.ReadAsync(Journal.ConsultationRequests, 0, 9, Cancellation)).Select(entry => entry.Text));
    }
}
