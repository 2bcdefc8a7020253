using Rectify.Office.Overview;
using Rectify.Office.State;

namespace Rectify.Functions.Tests.State;

/// <summary>What every kind of state store does.</summary>
public abstract class StateStoreContract
{
    private protected abstract IStateStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    private protected abstract IStateStore OpenAgain();

    [Fact]
    public async Task A_document_reads_back_in_every_process_and_its_version_changes_with_each_write()
    {
        Assert.Null(await Store.ReadAsync("reconcile", Cancellation));
        Assert.True(await Store.TryWriteAsync("reconcile", """{"上次":"一"}""", null, Cancellation));

        var first = await OpenAgain().ReadAsync("reconcile", Cancellation);
        Assert.Equal("""{"上次":"一"}""", first!.Text);
        Assert.True(await OpenAgain().TryWriteAsync("reconcile", "二", first.Version, Cancellation));

        var second = await Store.ReadAsync("reconcile", Cancellation);
        Assert.Equal("二", second!.Text);
        Assert.NotEqual(first.Version, second.Version);
        Assert.Null(await Store.ReadAsync("mail-pace", Cancellation));
    }

    [Fact]
    public async Task Who_read_before_another_wrote_writes_nothing()
    {
        Assert.True(await Store.TryWriteAsync("mail-pace", "one", null, Cancellation));
        var read = await Store.ReadAsync("mail-pace", Cancellation);
        Assert.True(await OpenAgain().TryWriteAsync("mail-pace", "two", read!.Version, Cancellation));

        Assert.False(await Store.TryWriteAsync("mail-pace", "three", read.Version, Cancellation));
        Assert.False(await Store.TryWriteAsync("mail-pace", "three", null, Cancellation));
        Assert.Equal("two", (await Store.ReadAsync("mail-pace", Cancellation))!.Text);
    }

    [Fact]
    public async Task Of_many_that_write_at_once_one_is_first()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            (n % 2 == 0 ? Store : OpenAgain()).TryWriteAsync("mail-pace", $"{n}", null, Cancellation)));

        var first = Assert.Single(Enumerable.Range(0, 8), n => written[n]);
        Assert.Equal($"{first}", (await Store.ReadAsync("mail-pace", Cancellation))!.Text);
    }

    [Fact]
    public async Task The_mark_of_what_a_person_has_seen_is_the_persons_own_and_never_goes_back()
    {
        var morning = new DateTimeOffset(2026, 10, 1, 1, 0, 0, TimeSpan.Zero);
        var (mine, others) = (new SeenMarks(Store), new SeenMarks(OpenAgain()));
        Assert.Null(await mine.FindAsync("officer:王科长", Cancellation));

        await mine.MoveAsync("officer:王科长", new SeenMark(morning, ["c1/2"]), Cancellation);
        await others.MoveAsync("officer:王科长", new SeenMark(morning.AddHours(-3), ["c1/1"]), Cancellation);
        await others.MoveAsync("officer:李科长", new SeenMark(morning.AddDays(-9), []), Cancellation);

        var mark = await new SeenMarks(OpenAgain()).FindAsync("officer:王科长", Cancellation);
        Assert.Equal((morning, "c1/2"), (mark!.Until, Assert.Single(mark.Latest)));
        Assert.Equal(morning.AddDays(-9), (await mine.FindAsync("officer:李科长", Cancellation))!.Until);
    }

    [Fact]
    public async Task Of_two_windows_that_mark_at_once_neither_takes_back_what_the_other_has_seen()
    {
        var morning = new DateTimeOffset(2026, 10, 1, 1, 0, 0, TimeSpan.Zero);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => new SeenMarks(n % 2 == 0 ? Store : OpenAgain()).MoveAsync(
            "officer:王科长", new SeenMark(morning.AddSeconds(n), [$"c1/{n}"]), Cancellation)));

        var mark = await new SeenMarks(Store).FindAsync("officer:王科长", Cancellation);
        Assert.Equal(morning.AddSeconds(3), mark!.Until);
        Assert.Equal(["c1/0", "c1/1", "c1/2", "c1/3"], mark.Latest.Order());
    }

    [Fact]
    public async Task The_longest_text_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("督", 30_000));
        Assert.True(await Store.TryWriteAsync("reconcile", text, null, Cancellation));
        Assert.Equal(text, (await OpenAgain().ReadAsync("reconcile", Cancellation))!.Text);
    }
}
