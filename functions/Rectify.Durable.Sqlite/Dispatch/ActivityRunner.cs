using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;
using Rectify.Durable.Sqlite.Telemetry;
using IExceptionPropertiesProvider = Microsoft.DurableTask.Worker.IExceptionPropertiesProvider;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>Runs activities. The row of a call stays until its result is committed, so that each activity runs at least once.</summary>
internal sealed partial class ActivityRunner(
    IFunctionCatalog catalog,
    CommitLoop commits,
    WorkGauge gauge,
    EngineMetrics metrics,
    IExceptionPropertiesProvider? properties,
    ILogger logger)
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
            if (catalog.FindActivity(work.Call.Name) is { } activity)
            {
                result = await activity(work.Call, stop).ConfigureAwait(false);
            }
            else
            {
                failure = Unknown(work.Call);
                LogUnknown(logger, work.Call.Name, work.Call.InstanceId);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException && stop.IsCancellationRequested)
        {
            // An activity that the stop cancels may throw any exception. It is no failure: the call is made again after the next start.
            throw new OperationCanceledException(e.Message, e, stop);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailure(logger, work.Call.Name, work.Call.InstanceId, e);
            failure = Failure.From(e, properties);
        }

        if (failure is not null)
        {
            EngineSpans.Fail(span, failure);
        }

        metrics.Activity(work.Call.Name, failure, started);
        commits.Submit(new EngineOperation(
            store => store.CompleteActivity(work, result, failure),
            () => { },
            cause => LogLost(logger, work.Call.Name, work.Call.InstanceId, cause)));
    }

    // With the SDK's text, and like there without retries.
    private static Failure Unknown(ActivityCall call)
    {
        var version = call.Version.Length == 0 ? "" : $" with version '{call.Version}'";
        return Failure.Of(Failure.UnknownActivity, $"No activity task named '{call.Name}'{version} was found.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no activity {Name}, which {InstanceId} calls")]
    private static partial void LogUnknown(ILogger logger, string name, string instanceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Name} of {InstanceId} failed")]
    private static partial void LogFailure(ILogger logger, string name, string instanceId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The result of activity {Name} of {InstanceId} was not written; it will run again")]
    private static partial void LogLost(ILogger logger, string name, string instanceId, Exception exception);
}
