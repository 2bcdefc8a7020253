using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>Somebody sets the clock.</summary>
public sealed class FaultClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly string folder = Directory.CreateTempSubdirectory("rectify-clock-").FullName;
    private readonly TestCatalog catalog = new();
    private readonly WallClock clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly DurableEngine engine;

    public FaultClockTests() => engine = new DurableEngine(
        new EngineOptions { DatabasePath = Path.Combine(folder, "durable.db"), SynchronousFull = false, MaxConcurrentTurns = 1 },
        catalog,
        JsonDataConverter.Default,
        clock,
        NullLoggerFactory.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_set_back_by_an_hour_loses_no_timer_and_fires_none_early()
    {
        catalog.Orchestrator("Main", context => context.CreateTimer(Hour / 2, CancellationToken.None));
        await engine.StartAsync(Token);
        await RunAsync("before");

        clock.Set(-Hour);
        await RunAsync("after");
        await AdvanceAsync(Hour / 2);
        Assert.True(await HasEndedAsync("after"));
        Assert.False(await HasEndedAsync("before"));
        await AdvanceAsync(Hour - TimeSpan.FromMinutes(1));
        Assert.False(await HasEndedAsync("before"));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.True(await HasEndedAsync("before"));
    }

    [Fact]
    public async Task A_timer_that_was_due_when_the_clock_went_back_shows_its_code_no_earlier_instant()
    {
        var (inTurn, goOn) = (new TaskCompletionSource(), new ManualResetEventSlim());
        catalog.Orchestrator("Main", async context =>
        {
            var due = context.CurrentUtcDateTime + Hour;
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        });
        catalog.Orchestrator("Busy", _ =>
        {
            inTurn.TrySetResult();
            goOn.Wait(Token);
            return Task.CompletedTask;
        });
        await engine.StartAsync(Token);
        await RunAsync("Main");

        // The only worker is busy while the timer is delivered; its turn comes after the clock was set.
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Busy", new(), new("Busy"), Token);
        await inTurn.Task.WaitAsync(Token);
        clock.Advance(Hour);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new("Later"), Token);
        clock.Set(-Hour);
        goOn.Set();
        await engine.WhenIdleAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        var end = await engine.Client.GetInstanceAsync("Main", true, Token);
        Assert.True(end!.ReadOutputAs<bool>());
    }

    [Fact]
    public async Task A_clock_set_forward_fires_what_is_due_within_a_minute()
    {
        catalog.Orchestrator("Main", context => context.CreateTimer(10 * Hour, CancellationToken.None));
        await engine.StartAsync(Token);
        await RunAsync("Main");

        clock.Set(10 * Hour);
        clock.Advance(TimeSpan.FromMinutes(1));
        await engine.Client.WaitForInstanceCompletionAsync("Main", Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.True(await HasEndedAsync("Main"));
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", new(), new(id), Token);
        await IdleAsync();
    }

    private async Task AdvanceAsync(TimeSpan time)
    {
        clock.Advance(time);
        await IdleAsync();
    }

    private Task IdleAsync() => engine.WhenIdleAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

    private async Task<bool> HasEndedAsync(string id) => (await engine.Client.GetInstanceAsync(id, Token))!.IsCompleted;
}
