using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Telemetry;

/// <summary>The metrics of the engine.</summary>
internal sealed class EngineMetrics : IDisposable
{
    private readonly TimeProvider clock;
    private readonly Meter meter;
    private readonly Histogram<double> turns, activities, lateness, commits;
    private readonly Histogram<int> batches;
    private readonly Counter<long> purged;

    /// <param name="scope">The scope of the instruments, which tells several engines in one process apart.</param>
    /// <param name="clock">The engine's clock. Lateness is measured with it, durations with the system's clock.</param>
    public EngineMetrics(object scope, TimeProvider clock)
    {
        this.clock = clock;
        meter = new Meter(new MeterOptions(DurableEngine.TelemetryName) { Scope = scope });
        turns = meter.CreateHistogram<double>("rectify.durable.turn.duration", "s", "Replay and code of one turn, without its commit.");
        activities = meter.CreateHistogram<double>("rectify.durable.activity.duration", "s", "One call of an activity.");
        lateness = meter.CreateHistogram<double>("rectify.durable.timer.lateness", "s",
            "From a timer's instant to the turn that learns of it.");
        commits = meter.CreateHistogram<double>("rectify.durable.commit.duration", "s", "One transaction, with the disk's part.");
        batches = meter.CreateHistogram<int>("rectify.durable.commit.operations", "{operation}", "What shared one transaction.");
        purged = meter.CreateCounter<long>("rectify.durable.purged", "{orchestration}",
            "Ended orchestrations removed after their retention.");
    }

    /// <summary>Adds the instruments whose values are read on demand.</summary>
    public void Observe(WorkGauge gauge, Func<DateTimeOffset?> nextDue, Func<int> stalled, Func<long> fileSize)
    {
        meter.CreateObservableUpDownCounter("rectify.durable.work", () => gauge.Count, "{piece}",
            "Turns, activities and writes under way.");
        meter.CreateObservableGauge("rectify.durable.overdue", () => Overdue(nextDue()), "s", "How long the earliest due row has waited.");
        meter.CreateObservableUpDownCounter("rectify.durable.stalled", stalled, "{orchestration}",
            "Orchestrations that wait for matching code.");
        meter.CreateObservableUpDownCounter("rectify.durable.file.size", fileSize, "By", "The database with its log.");
    }

    /// <summary>Records a turn.</summary>
    /// <param name="name">Name of the orchestrator; null when no turn was taken.</param>
    /// <param name="outcome">How the turn ended.</param>
    /// <param name="taken">The messages that the turn received; empty when no turn was taken.</param>
    /// <param name="started">When the turn began, as a <see cref="Stopwatch"/> timestamp.</param>
    public void Turn(string? name, string? outcome, IReadOnlyList<InboxMessage> taken, long started)
    {
        if (turns.Enabled && name is not null)
        {
            turns.Record(Since(started), new(Attributes.TaskName, name), new("rectify.durable.outcome", outcome));
        }

        if (lateness.Enabled)
        {
            foreach (var message in taken.Where(message => message is { Kind: MessageKind.TimerFired, Due: not null }))
            {
                lateness.Record(Math.Max(0, (clock.GetUtcNow() - message.Due!.Value).TotalSeconds));
            }
        }
    }

    public void Activity(string name, Failure? failure, long started)
    {
        if (activities.Enabled)
        {
            activities.Record(Since(started), new(Attributes.TaskName, name), new(Attributes.ErrorType, failure?.Type));
        }
    }

    public void Commit(int operations, long started)
    {
        commits.Record(Since(started));
        batches.Record(operations);
    }

    public void Purged(int count) => purged.Add(count);

    public void Dispose() => meter.Dispose();

    private static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds;

    private double Overdue(DateTimeOffset? due) => due is { } at ? Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : 0;
}
