using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Rectify.Durable.Sqlite;
using Rectify.Durable.Sqlite.Tests;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Tests.Histories;

/// <summary>
/// Plays a situation with today's orchestrators, the real engine and Durable Task's executor; only the activities are made up.
/// </summary>
internal sealed class Recording : IFunctionCatalog, IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 30, 1, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-recording-");
    private readonly FakeTimeProvider clock = new(Start);
    private readonly TaskCompletionSource underWay = new(), goOn = new();
    private readonly IFunctionCatalog app;
    private readonly Situation situation;
    private readonly HistoryRecorder recorder;
    private readonly DurableEngine engine;
    private int attempts;

    public Recording(IFunctionCatalog app, Situation situation)
    {
        (this.app, this.situation) = (app, situation);
        recorder = new HistoryRecorder(new CoreExecutor(this, null, NullLoggerFactory.Instance));
        var options =
            new EngineOptions { DatabasePath = Path.Combine(folder.FullName, "durable.db"), Executor = recorder, SynchronousFull = false };
        engine = new DurableEngine(options, this, JsonDataConverter.Default, clock, NullLoggerFactory.Instance);
    }

    /// <summary>The history of the first execution.</summary>
    public async Task<string> PlayAsync(string orchestrator, object input, CancellationToken ct)
    {
        await engine.StartAsync(ct);
        var id =
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions("recorded"), ct);
        if (situation.Change == Change.BeforeTheWait)
        {
            await underWay.Task.WaitAsync(ct);
            await engine.Client.RaiseEventAsync(id, Workflows.Changed, null, ct);
        }

        goOn.SetResult();
        await engine.WhenIdleAsync(ct);
        if (situation.Failures > 0 && situation.Name != "retrying")
        {
            await PassAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1), ct);
        }

        if (situation.Change == Change.WhileWaiting)
        {
            await engine.Client.RaiseEventAsync(id, Workflows.Changed, null, ct);
            await engine.WhenIdleAsync(ct);
        }

        await PassAsync(TimeSpan.FromDays(situation.PassDays), TimeSpan.FromDays(1), ct);
        return recorder.Histories[0];
    }

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) => app.FindOrchestrator(name);

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) => CarryOutAsync;

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<string?> CarryOutAsync(ActivityCall call, CancellationToken ct)
    {
        underWay.TrySetResult();
        await goOn.Task.WaitAsync(ct);
        return ++attempts <= situation.Failures
            ? throw new IOException("The ledger cannot be read.")
            : JsonDataConverter.Default.Serialize(new Plan(situation.Ended, situation.WaitDays is { } days ? Start.AddDays(days) : null));
    }

    private async Task PassAsync(TimeSpan time, TimeSpan step, CancellationToken ct)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            clock.Advance(step);
            await engine.WhenIdleAsync(ct);
        }
    }
}
