using Rectify.Domain.Identity;
using Rectify.Office.Overview;

namespace Rectify.Functions.Tests.State;

/// <summary>What a person has seen of a case.</summary>
public sealed class SeenMarkTests
{
    private static readonly DateTimeOffset Nine = new(2026, 10, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly CaseId Case = new("c1");

    [Theory]
    // boundary: what is older than a minute is seen, what is younger only when the page showed it
    [InlineData(-61, 5, true)]
    [InlineData(-60, 5, false)]
    [InlineData(-1, 5, false)]
    [InlineData(-1, 2, true)]
    [InlineData(0, 2, true)]
    [InlineData(1, 5, false)]
    public void An_entry_that_was_stored_while_the_page_was_made_stays_to_be_seen(int seconds, int sequence, bool seen) =>
        Assert.Equal(seen, new SeenMark(Nine, ["c1/2"]).Covers(Case, sequence, Nine.AddSeconds(seconds)));

    [Fact]
    public void Who_has_marked_nothing_has_seen_what_was_before_a_day()
    {
        var mark = SeenMark.Before(Nine);
        Assert.True(mark.Covers(Case, 1, Nine.AddTicks(-1)));
        Assert.False(mark.Covers(Case, 1, Nine));
    }

    [Fact]
    public void The_mark_of_an_older_window_adds_what_it_showed_and_takes_nothing_back()
    {
        var (older, newer) = (new SeenMark(Nine, ["c1/1"]), new SeenMark(Nine.AddSeconds(59), ["c1/2"]));
        foreach (var both in (SeenMark[])[older.With(newer), newer.With(older)])
            Assert.Equal((newer.Until, "c1/2 c1/1"), (both.Until, string.Join(' ', both.Latest)));
        Assert.Equal(["c1/2"], older.With(newer with { Until = Nine.AddSeconds(60) }).Latest);
    }
}
