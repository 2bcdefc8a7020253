using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class TelemetryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Turns_and_activities_form_one_trace_from_the_request_that_started_them()
    {
        using var spans = new Spans();
        await using var host = await EngineHarness.StartAsync(SetUp);
        using var request = new ActivitySource("request").StartActivity("POST /api/listings");
        Assert.NotNull(request);

        var id = await host.RunAsync("Main");
        request.Stop();
        await host.AdvanceAsync(Day);

        var own = spans.Of(id);
        Assert.Equal(
            ["orchestration:Main", "activity:Double", "orchestration:Main", "orchestration:Main"],
            own.Select(span => span.DisplayName));
        Assert.Equal(request.SpanId, own[0].ParentSpanId);
        Assert.Equal(own[0].SpanId, own[1].ParentSpanId);
        Assert.Equal(own[1].SpanId, own[2].ParentSpanId);
        Assert.All(own.Take(3), span => Assert.Equal(request.TraceId, span.TraceId));

        // What a timer wakes begins a trace of its own.
        Assert.Equal(default, own[3].ParentSpanId);
    }

    [Fact]
    public async Task An_activity_runs_within_its_span_and_one_that_fails_says_how()
    {
        using var spans = new Spans();
        Activity? present = null;
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Orchestrator("Main", context => context.CallActivityAsync("Fails"));
            catalog.Activity<string?, string>("Fails", _ =>
            {
                present = Activity.Current;
                throw new InvalidDataException("no such row");
            });
        });

        var own = spans.Of(await host.RunAsync("Main"));

        var failed = Assert.Single(own, span => span.DisplayName == "activity:Fails");
        Assert.Equal(failed.SpanId, present?.SpanId);
        Assert.Equal((ActivityStatusCode.Error, "no such row"), (failed.Status, failed.StatusDescription));
        Assert.Equal("System.IO.InvalidDataException", failed.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, own[^1].Status);
    }

    [Fact]
    public async Task Code_that_stays_in_memory_sees_the_span_of_the_turn_that_wakes_it()
    {
        using var spans = new Spans();
        var seen = new List<ActivitySpanId?>();
        await using var host = await EngineHarness.StartAsync(catalog => catalog.Orchestrator("Main", async context =>
        {
            seen.Add(Activity.Current?.SpanId);
            await context.WaitForExternalEvent<string>("go");
            seen.Add(Activity.Current?.SpanId);
        }));

        var id = await host.RunAsync("Main");
        await host.Client.RaiseEventAsync(id, "go", cancellation: TestContext.Current.CancellationToken);
        await host.IdleAsync();

        Assert.Equal(spans.Of(id).Select(span => (ActivitySpanId?)span.SpanId), seen);
    }

    [Fact]
    public async Task The_engine_measures_turns_activities_commits_and_how_late_a_timer_was()
    {
        await using var host = await EngineHarness.StartAsync(SetUp);
        using var measured = new Measurements(host.Engine);

        await host.RunAsync("Main");
        await host.AdvanceAsync(Day);
        var id = await host.RunAsync("Main");
        await host.Client.SuspendInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await host.AdvanceAsync(Day + TimeSpan.FromSeconds(90));
        await host.Client.ResumeInstanceAsync(id, cancellation: TestContext.Current.CancellationToken);
        await host.IdleAsync();

        Assert.Equal(["Waits", "Waits", "Completed", "Waits", "Waits", "Completed"],
            measured.Tags("rectify.durable.turn.duration", "rectify.durable.outcome"));
        Assert.Equal(["Double", "Double"], measured.Tags("rectify.durable.activity.duration", "durabletask.task.name"));
        Assert.Equal([0.0, 90.0], measured.Values("rectify.durable.timer.lateness"));
        Assert.Equal(measured.Values("rectify.durable.commit.duration").Count, measured.Values("rectify.durable.commit.operations").Count);
        Assert.All(measured.Values("rectify.durable.commit.operations"), size => Assert.InRange(size, 1, 1_000));
    }

    [Fact]
    public async Task Who_asks_is_told_what_is_stalled_overdue_and_how_large_the_file_is()
    {
        await using var host = await EngineHarness.StartAsync(SetUp);
        await host.RunAsync("Main");
        using (var before = new Measurements(host.Engine))
        {
            Assert.Equal(0, before.Observe("rectify.durable.stalled"));
        }

        host.Catalog.Forget("Main");
        await host.CrashAsync();
        await host.AdvanceAsync(Day);

        using var measured = new Measurements(host.Engine);
        Assert.Equal(1, measured.Observe("rectify.durable.stalled"));
        Assert.Equal(0, measured.Observe("rectify.durable.work"));
        Assert.Equal(0, measured.Observe("rectify.durable.overdue"));
        Assert.InRange(measured.Observe("rectify.durable.file.size"), 4096, 1 << 24);
    }

    private static void SetUp(TestCatalog catalog)
    {
        catalog.Orchestrator("Main", async context =>
        {
            var doubled = await context.CallActivityAsync<int>("Double", 21);
            await context.CreateTimer(Day, CancellationToken.None);
            return doubled;
        });
        catalog.Activity<int, int>("Double", number => 2 * number);
    }

    /// <summary>Keeps the spans of this process; other tests have others of their own.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> started = new();
        private readonly ActivityListener listener;

        public Spans()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is DurableEngine.TelemetryName or "request",
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStarted = started.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<Activity> Of(string instanceId) =>
            [.. started.Where(span => Equals(span.GetTagItem("durabletask.task.instance_id"), instanceId))];

        public void Dispose() => listener.Dispose();
    }

    /// <summary>Keeps what one engine measures.</summary>
    private sealed class Measurements : IDisposable
    {
        private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> all = new();
        private readonly MeterListener listener = new();

        public Measurements(DurableEngine engine)
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, engine))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<double>(
                (instrument, value, tags, _) => all.Enqueue((instrument.Name, value, tags.ToArray())));
            listener.SetMeasurementEventCallback<long>(
                (instrument, value, tags, _) => all.Enqueue((instrument.Name, value, tags.ToArray())));
            listener.SetMeasurementEventCallback<int>(
                (instrument, value, tags, _) => all.Enqueue((instrument.Name, value, tags.ToArray())));
            listener.Start();
        }

        public IReadOnlyList<double> Values(string name) => [.. all.Where(one => one.Name == name).Select(one => one.Value)];

        public IReadOnlyList<string?> Tags(string name, string tag) =>
            [.. all.Where(one => one.Name == name).Select(one => one.Tags.Single(pair => pair.Key == tag).Value as string)];

        public double Observe(string name)
        {
            listener.RecordObservableInstruments();
            return all.Last(one => one.Name == name).Value;
        }

        public void Dispose() => listener.Dispose();
    }
}
