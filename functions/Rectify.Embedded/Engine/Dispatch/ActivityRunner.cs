using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Engine.Commits;
using Rectify.Embedded.Engine.Replay;
using Rectify.Embedded.Engine.Storage;
using Rectify.Embedded.Engine.Telemetry;

namespace Rectify.Embedded.Engine.Dispatch;

/// <summary>Runs activities. A call's row stays until its result is committed, so that each runs at least once.</summary>
internal sealed partial class ActivityRunner(
    IFunctionCatalog catalog, CommitLoop commits, WorkGauge gauge, EngineMetrics metrics, ILogger logger)
{
    private static readonly Func<ILogger, string, IDisposable?> InScope = LoggerMessage.DefineScope<string>("{InstanceId}");

    private readonly Channel<ActivityWork> waiting = Channel.CreateUnbounded<ActivityWork>();

    public void Enqueue(ActivityWork work)
    {
        gauge.Enter();
        waiting.Writer.TryWrite(work);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var work in waiting.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                await RunAsync(work, stop).ConfigureAwait(false);
                gauge.Exit();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rows stay: the calls are made again after the next start.
        }
    }

    private async Task RunAsync(ActivityWork work, CancellationToken stop)
    {
        string? result = null;
        Failure? failure = null;
        var started = Stopwatch.GetTimestamp();
        using var span = EngineSpans.BeginActivity(work);
        using var scope = InScope(logger, work.Call.InstanceId);
        try
        {
            if (catalog.FindActivity(work.Call.Name) is not { } activity)
            {
                throw new InvalidOperationException($"There is no activity '{work.Call.Name}'.");
            }

            result = await activity(work.Call, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailure(logger, work.Call.Name, work.Call.InstanceId, e);
            failure = Failure.From(e);
            EngineSpans.Fail(span, failure);
        }

        metrics.Activity(work.Call.Name, failure, started);
        commits.Submit(new EngineOperation(
            store => store.CompleteActivity(work, result, failure),
            () => { },
            cause => LogLost(logger, work.Call.Name, work.Call.InstanceId, cause)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Name} of {InstanceId} failed")]
    private static partial void LogFailure(ILogger logger, string name, string instanceId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The result of activity {Name} of {InstanceId} was not written; it will run again")]
    private static partial void LogLost(ILogger logger, string name, string instanceId, Exception exception);
}
