using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>What every kind of store of rulebooks does.</summary>
public abstract class RulebookStoreContract
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract IRulebookStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    protected abstract IRulebookStore OpenAgain();

    [Fact]
    public async Task Nothing_is_there_at_first()
    {
        Assert.Equal(0, await Store.RevisionAsync(Cancellation));
        Assert.Empty(await Store.EntriesAsync(Cancellation));
    }

    [Fact]
    public async Task Every_entry_reads_back_as_it_was_made_in_every_process()
    {
        RulebookEntry[] entries =
        [
            Entry(1, Load("{}\r\n// 🚧\t\uFEFF")), Entry(2, new RulebookAct.PutInForce(new(2026, 7, 1), "常委会决定\n自七月起")),
            Entry(3, new RulebookAct.Retire("已有新的")),
        ];
        foreach (var entry in entries) Assert.True(await Store.TryAddAsync(entry, Cancellation));

        var other = OpenAgain();
        Assert.Equal(entries, await other.EntriesAsync(Cancellation));
        Assert.Equal(3, await other.RevisionAsync(Cancellation));
    }

    [Fact]
    public async Task An_entry_with_another_revision_than_the_next_is_not_recorded()
    {
        Assert.False(await Store.TryAddAsync(Entry(2, new RulebookAct.Retire("a")), Cancellation));
        Assert.True(await Store.TryAddAsync(Entry(1, new RulebookAct.Retire("b")), Cancellation));
        Assert.False(await OpenAgain().TryAddAsync(Entry(1, new RulebookAct.Retire("c")), Cancellation));

        Assert.Equal("b", ((RulebookAct.Retire)Assert.Single(await Store.EntriesAsync(Cancellation)).Act).Reason);
    }

    [Fact]
    public async Task A_long_text_reads_back_whole_and_its_revision_is_found()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"第{number}条 "));
        Assert.True(await Store.TryAddAsync(Entry(1, Load(text)), Cancellation));
        Assert.True(await Store.TryAddAsync(Entry(2, Load(text + "。")), Cancellation));

        Assert.Equal(2, await OpenAgain().RevisionAsync(Cancellation));
        Assert.Equal([text, text + "。"],
            (await OpenAgain().EntriesAsync(Cancellation)).Select(entry => ((RulebookAct.Load)entry.Act).Text));
    }

    [Fact]
    public async Task Of_many_processes_that_add_at_once_each_revision_is_taken_by_one()
    {
        var added = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => OpenAgain().TryAddAsync(Entry(1, new RulebookAct.Retire($"{number}")), Cancellation)));

        Assert.Single(added, one => one);
        Assert.Single(await Store.EntriesAsync(Cancellation));
    }

    private static RulebookAct.Load Load(string text) => new(text, Domain.Digest.Of(text));

    private static RulebookEntry Entry(int revision, RulebookAct act) => new(revision, "yongjia-2026", act, "officer:张", At);
}
