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
    public async Task The_longest_text_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("督", 30_000));
        Assert.True(await Store.TryWriteAsync("reconcile", text, null, Cancellation));
        Assert.Equal(text, (await OpenAgain().ReadAsync("reconcile", Cancellation))!.Text);
    }
}
