using Microsoft.Extensions.Time.Testing;
using Rectify.Functions.Tests.State;
using Rectify.Office.Delivery;

namespace Rectify.Functions.Tests.Notices;

public class PaceTests
{
    private static readonly DateTimeOffset Start = CaseStory.Instant(2026, 3, 30);

    private readonly FakeTimeProvider clock = new(Start);
    private readonly HeldState store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_minute_has_no_more_mails_than_the_quota()
    {
        var pace = new Pace(3, null, store, clock);
        Assert.Null(await pace.TakeAsync(Cancellation));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(await pace.TakeAsync(Cancellation));
        Assert.Null(await pace.TakeAsync(Cancellation));

        Assert.Equal(TimeSpan.FromSeconds(40), await pace.TakeAsync(Cancellation));
        // boundary
        clock.Advance(TimeSpan.FromSeconds(40) - TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(1), await pace.TakeAsync(Cancellation));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await pace.TakeAsync(Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(20), await pace.TakeAsync(Cancellation));
    }

    [Fact]
    public async Task A_day_at_the_quotas_of_a_custom_domain_keeps_both_in_every_window()
    {
        var pace = new Pace(30, 100, store, clock);
        var sent = new List<DateTimeOffset>();
        while (clock.GetUtcNow() < Start.AddHours(6))
        {
            if (await pace.TakeAsync(Cancellation) is { } wait)
            {
                Assert.True(wait > TimeSpan.Zero);
                clock.Advance(wait);
            }
            else
            {
                sent.Add(clock.GetUtcNow());
                clock.Advance(TimeSpan.FromMilliseconds(250));
            }
        }

        Assert.InRange(sent.Count, 590, 700);
        AssertWithin(sent, 30, 100);
        Assert.True((await store.ReadAsync(Pace.Name, Cancellation))!.Text.Length < 10_000);
    }

    [Fact]
    public async Task Several_instances_keep_the_quotas_together()
    {
        Pace[] instances = [.. Enumerable.Range(0, 4).Select(_ => new Pace(30, 100, store, clock))];
        var sent = new List<DateTimeOffset>();
        while (clock.GetUtcNow() < Start.AddHours(2))
        {
            foreach (var instance in instances)
            {
                if (await instance.TakeAsync(Cancellation) is null) sent.Add(clock.GetUtcNow());
            }

            clock.Advance(TimeSpan.FromSeconds(7));
        }

        Assert.InRange(sent.Count, 190, 300);
        AssertWithin(sent, 30, 100);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_no_more_get_through_than_the_quota()
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Task.Run(() => new Pace(3, null, store, clock).TakeAsync(Cancellation), Cancellation)));

        Assert.InRange(waits.Count(wait => wait is null), 1, 3);
    }

    [Fact]
    public async Task A_quota_of_thousands_needs_no_more_room_than_a_small_one()
    {
        var pace = new Pace(5_000, 100_000, store, clock);
        for (var n = 0; n < 3_000; n++)
        {
            Assert.Null(await pace.TakeAsync(Cancellation));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True((await store.ReadAsync(Pace.Name, Cancellation))!.Text.Length < 10_000);
    }

    [Fact]
    public async Task What_an_earlier_version_has_counted_stays_readable()
    {
        const string kept = """{"notBefore":"2026-03-30T00:00:05Z","sent":[{"at":"2026-03-29T23:59:30.25Z","mails":3}]}""";
        Assert.True(await store.TryWriteAsync(Pace.Name, kept, null, Cancellation));
        var start = new FakeTimeProvider(new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(TimeSpan.FromSeconds(5), await new Pace(null, null, store, start).TakeAsync(Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(30.25), await new Pace(3, null, store, start).TakeAsync(Cancellation));
    }

    [Fact]
    public async Task A_pause_that_one_instance_was_asked_for_is_kept_by_all()
    {
        await new Pace(null, null, store, clock).PauseForAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(90), await new Pace(30, 100, store, clock).ClosedForAsync(Cancellation));
    }

    [Fact]
    public async Task A_pause_that_was_asked_for_is_kept_and_a_shorter_one_does_not_cut_it()
    {
        var pace = new Pace(null, null, store, clock);
        await pace.PauseForAsync(TimeSpan.FromSeconds(90), Cancellation);
        await pace.PauseForAsync(TimeSpan.FromSeconds(5), Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(90), await pace.TakeAsync(Cancellation));
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Null(await pace.TakeAsync(Cancellation));
    }

    private static void AssertWithin(IReadOnlyList<DateTimeOffset> sent, int perMinute, int perHour)
    {
        Assert.All(sent, from => Assert.True(sent.Count(at => at >= from && at < from.AddMinutes(1)) <= perMinute));
        Assert.All(sent, from => Assert.True(sent.Count(at => at >= from && at < from.AddHours(1)) <= perHour));
    }
}
