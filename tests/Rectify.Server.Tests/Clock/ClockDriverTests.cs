namespace Rectify.Server.Tests.Clock;

public sealed class ClockDriverTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_does_not_go_back()
    {
        await using var host = await TestHost.StartAsync(folder.Path, ["--clock", "2026-03-30T00:00:00Z"]);

        await Assert.ThrowsAsync<ArgumentException>(() => host.Clock.AdvanceToAsync(host.Clock.Now.AddTicks(-1), Cancel));
    }

    [Fact]
    public async Task Two_advances_at_once_are_carried_out_one_after_the_other()
    {
        await using var host = await TestHost.StartAsync(folder.Path, ["--clock", "2026-03-30T00:00:00Z"]);
        var start = host.Clock.Now;

        await Task.WhenAll(Enumerable.Range(1, 20).Select(day => host.Clock.AdvanceToAsync(start.AddDays(day), Cancel)));

        Assert.Equal(start.AddDays(20), host.Clock.Now);
    }
}
