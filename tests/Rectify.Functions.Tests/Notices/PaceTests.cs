using Microsoft.Extensions.Time.Testing;
using Rectify.Office.Delivery;

namespace Rectify.Functions.Tests.Notices;

public class PaceTests
{
    private static readonly DateTimeOffset Start = CaseStory.Instant(2026, 3, 30);

    private readonly FakeTimeProvider clock = new(Start);

    [Fact]
    public void The_last_minute_has_no_more_mails_than_the_quota()
    {
        var pace = new Pace(3, null, clock);
        Assert.Null(pace.Take());
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(pace.Take());
        Assert.Null(pace.Take());

        Assert.Equal(TimeSpan.FromSeconds(40), pace.Take());
        // boundary
        clock.Advance(TimeSpan.FromSeconds(40) - TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(1), pace.Take());
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(pace.Take());
        Assert.Equal(TimeSpan.FromSeconds(20), pace.Take());
    }

    [Fact]
    public void A_day_at_the_quotas_of_a_custom_domain_keeps_both_in_every_window()
    {
        var pace = new Pace(30, 100, clock);
        var sent = new List<DateTimeOffset>();
        while (clock.GetUtcNow() < Start.AddHours(6))
        {
            if (pace.Take() is { } wait)
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

        Assert.InRange(sent.Count, 600, 700);
        Assert.All(sent, from => Assert.True(sent.Count(at => at >= from && at < from.AddMinutes(1)) <= 30));
        Assert.All(sent, from => Assert.True(sent.Count(at => at >= from && at < from.AddHours(1)) <= 100));
    }

    [Fact]
    public void A_pause_that_was_asked_for_is_kept_and_a_shorter_one_does_not_cut_it()
    {
        var pace = Pace.Unlimited(clock);
        pace.PauseFor(TimeSpan.FromSeconds(90));
        pace.PauseFor(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(90), pace.Take());
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Null(pace.Take());
    }
}
