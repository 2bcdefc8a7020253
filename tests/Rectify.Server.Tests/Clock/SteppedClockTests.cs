using Rectify.Server.Clock;

namespace Rectify.Server.Tests.Clock;

public sealed class SteppedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 30, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly SteppedClock clock = new(Start);
    private readonly List<string> fired = [];

    [Fact]
    public void It_stands_at_its_start_in_utc()
    {
        Assert.Equal(Start, clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_then_of_their_creation()
    {
        After("late", TimeSpan.FromHours(3));
        After("same, first", TimeSpan.FromHours(2));
        After("same, second", TimeSpan.FromHours(2));
        After("early", TimeSpan.FromHours(1));
        After("not yet", TimeSpan.FromHours(4));

        clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(["early", "same, first", "same, second", "late"], fired);
    }

    [Theory]
    // boundary
    [InlineData(3599, 0)]
    [InlineData(3600, 1)]
    // a jump fires a periodic timer once
    [InlineData(36000, 1)]
    public void A_timer_fires_at_its_due_time_and_a_periodic_one_once_for_each_jump(int seconds, int times)
    {
        using var timer = clock.CreateTimer(_ => fired.Add("hour"), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(times, fired.Count);
    }

    [Fact]
    public void A_periodic_timer_keeps_its_grid_after_a_jump()
    {
        using var timer = clock.CreateTimer(_ => fired.Add("hour"), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.Advance(TimeSpan.FromHours(2.5));
        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Single(fired);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, fired.Count);
    }

    [Fact]
    public void A_timer_armed_while_others_fire_fires_in_the_same_jump_if_it_is_due()
    {
        ITimer? second = null;
        using var first = clock.CreateTimer(
            _ => second = clock.CreateTimer(_ => fired.Add("second"), null, TimeSpan.FromTicks(1), Timeout.InfiniteTimeSpan),
            null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(fired);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(["second"], fired);
        second!.Dispose();
    }

    [Fact]
    public void A_disposed_or_disarmed_timer_does_not_fire()
    {
        var disposed = clock.CreateTimer(_ => fired.Add("disposed"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var disarmed = clock.CreateTimer(_ => fired.Add("disarmed"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        disarmed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(fired);
        Assert.False(disposed.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_a_move_of_the_clock()
    {
        var fired = new TaskCompletionSource();
        using var timer = clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task;

        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_gets_there()
    {
        var delay = Task.Delay(TimeSpan.FromDays(40), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromDays(39));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));

        await delay;
    }

    [Fact]
    public void Elapsed_time_agrees_with_the_clock()
    {
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(TimeSpan.FromMinutes(90), clock.GetElapsedTime(before));
    }

    [Fact]
    public void It_does_not_go_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.AdvanceTo(Start - TimeSpan.FromTicks(1)));

    private void After(string name, TimeSpan due) => clock.CreateTimer(_ => fired.Add(name), null, due, Timeout.InfiniteTimeSpan);
}
