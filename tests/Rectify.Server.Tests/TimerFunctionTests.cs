using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Server.Clock;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class TimerFunctionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<TimerRun> runs = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    // boundary
    [InlineData("00:59:59", 0, false)]
    [InlineData("01:00:00", 1, false)]
    // late, and late by many occurrences: one run, past due
    [InlineData("01:00:01", 1, true)]
    [InlineData("365.00:30:00", 1, true)]
    public async Task A_jump_of_the_clock_fires_a_timer_once_however_many_occurrences_it_passes(string jump, int runs, bool pastDue)
    {
        await using var host = await StartAsync(typeof(HourlyTimer));

        await AdvanceAsync(host, jump);

        Assert.Equal(runs, this.runs.Count);
        Assert.All(this.runs, run => Assert.Equal(pastDue, run.IsPastDue));
    }

    [Fact]
    public async Task After_a_late_run_the_schedule_goes_on_at_its_own_times()
    {
        await using var host = await StartAsync(typeof(HourlyTimer));

        await AdvanceAsync(host, "02:30:00");
        await AdvanceAsync(host, "00:29:59");
        Assert.Single(runs);
        await AdvanceAsync(host, "00:00:01");

        Assert.Equal([true, false], runs.Select(run => run.IsPastDue));
        Assert.Equal(Start.AddHours(3), runs[1].At);
    }

    [Fact]
    public async Task A_run_is_told_where_the_schedule_stood_before_it()
    {
        await using var host = await StartAsync(typeof(HourlyTimer));

        await AdvanceAsync(host, "01:00:00");
        await AdvanceAsync(host, "01:00:00");

        Assert.Equal(default, runs[0].Status!.Last);
        Assert.Equal(Start.AddHours(1).UtcDateTime, runs[0].Status!.Next);
        Assert.Equal(Start.AddHours(1).UtcDateTime, runs[1].Status!.Last);
        Assert.Equal(Start.AddHours(2).UtcDateTime, runs[1].Status!.Next);
    }

    [Fact]
    public async Task A_duration_is_a_schedule()
    {
        await using var host = await StartAsync(typeof(EveryNinetyMinutesTimer));

        await AdvanceAsync(host, "01:30:00");
        await AdvanceAsync(host, "01:29:59");
        Assert.Single(runs);
        await AdvanceAsync(host, "00:00:01");

        Assert.Equal(2, runs.Count);
    }

    [Fact]
    public async Task A_schedule_may_stand_in_a_setting()
    {
        await using var host = await StartAsync(typeof(BySettingTimer), "--Schedules__Daily", "0 30 1 * * *");

        await AdvanceAsync(host, "01:29:59");
        Assert.Empty(runs);
        await AdvanceAsync(host, "00:00:01");

        Assert.Single(runs);
    }

    [Fact]
    public async Task A_timer_may_run_when_the_host_starts_and_then_keeps_its_schedule()
    {
        await using var host = await StartAsync(typeof(AtStartTimer));
        await host.Clock.WhenIdleAsync(Cancel);
        Assert.Equal([false], runs.Select(run => run.IsPastDue));

        await AdvanceAsync(host, "01:00:00");

        Assert.Equal(2, runs.Count);
    }

    [Theory]
    // nothing missed
    [InlineData("2026-03-30T00:59:59Z", 0)]
    // missed one, missed many: one run makes up for all
    [InlineData("2026-03-30T01:00:00Z", 1)]
    [InlineData("2026-05-30T00:00:00Z", 1)]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_at_the_next_start(string restart, int runs)
    {
        await using (await StartAsync(typeof(HourlyTimer)))
        {
        }

        await using var again = await StartAsync(typeof(HourlyTimer), "--clock", restart);
        await again.Clock.WhenIdleAsync(Cancel);

        Assert.Equal(runs, this.runs.Count);
        Assert.All(this.runs, run => Assert.True(run.IsPastDue || run.At == Start.AddHours(1)));
    }

    [Fact]
    public async Task An_unmonitored_timer_forgets_what_it_missed_and_has_no_status()
    {
        await using (await StartAsync(typeof(UnmonitoredTimer)))
        {
        }

        await using var again = await StartAsync(typeof(UnmonitoredTimer), "--clock", "2026-05-30T00:00:00Z");
        await again.Clock.WhenIdleAsync(Cancel);
        Assert.Empty(runs);

        await AdvanceAsync(again, "01:00:00");
        Assert.Null(Assert.Single(runs).Status);
    }

    [Fact]
    public async Task A_timer_that_fails_goes_on_by_its_schedule()
    {
        await using var host = await StartAsync(typeof(FailingTimer));

        await AdvanceAsync(host, "01:00:00");
        await AdvanceAsync(host, "01:00:00");

        Assert.Equal(2, runs.Count);
    }

    [Fact]
    public async Task A_timer_does_not_run_twice_at_a_time()
    {
        var gate = new TimerGate();
        await using var host = await StartAsync(typeof(SlowTimer), gate);
        var clock = host.Services.GetRequiredService<SteppedClock>();

        clock.AdvanceTo(Start.AddHours(1));
        await gate.Began.Task;
        clock.AdvanceTo(Start.AddHours(5));
        gate.Open.SetResult();
        await host.Clock.WhenIdleAsync(Cancel);

        Assert.Equal(1, gate.Most);
        Assert.Equal([Start.AddHours(1), Start.AddHours(5)], runs.Select(run => run.At));
    }

    [Fact]
    public async Task A_timer_that_runs_when_the_host_stops_is_asked_to_end_and_still_has_the_engine()
    {
        var gate = new TimerGate();
        await using var host = await StartAsync(typeof(EndingTimer), gate);
        host.Services.GetRequiredService<SteppedClock>().AdvanceTo(Start.AddHours(1));
        await gate.Began.Task;

        await host.StopAsync();

        Assert.Single(runs);
    }

    private static readonly DateTimeOffset Start = new(2026, 3, 30, 0, 0, 0, TimeSpan.Zero);

    private Task<TestHost> StartAsync(Type functions, params string[] args) => StartAsync(functions, new TimerGate(), args);

    private Task<TestHost> StartAsync(Type functions, TimerGate gate, params string[] args)
    {
        var builder = TestHost.Builder(folder.Path, ["--clock", Start.ToString("O"), .. args], functions);
        builder.Services.AddSingleton(runs).AddSingleton(gate);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return TestHost.StartAsync(builder);
    }

    private static Task AdvanceAsync(TestHost host, string by) =>
        host.Clock.AdvanceToAsync(host.Clock.Now + TimeSpan.Parse(by, System.Globalization.CultureInfo.InvariantCulture), Cancel);
}
