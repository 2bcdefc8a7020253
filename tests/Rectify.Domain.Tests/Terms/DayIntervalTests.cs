using System.Text.Json;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class DayIntervalTests
{
    private static readonly DateOnly Origin = new(2026, 2, 26); // the runs below cross the end of a month

    [Theory]
    // boundary
    [InlineData("2026-01-11", false)]
    [InlineData("2026-01-12", true)]
    [InlineData("2026-07-12", true)]
    [InlineData("2026-07-13", false)]
    public void Both_ends_are_part_of_an_interval(string day, bool contained) =>
        Assert.Equal(contained, new DayInterval(new(2026, 1, 12), new(2026, 7, 12)).Contains(DateOnly.Parse(day)));

    [Fact]
    public void An_interval_can_be_one_day_but_not_run_backwards()
    {
        Assert.Equal("2026-01-12/2026-01-12", new DayInterval(new(2026, 1, 12), new(2026, 1, 12)).ToString());
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new DayInterval(new(2026, 1, 12), new(2026, 1, 11)));
        Assert.StartsWith("An interval ends on its first day or later; got 2026-01-12 to 2026-01-11.", refused.Message);
    }

    [Fact]
    public void Listing_sanction_and_veto_sanction_bar_without_a_gap()
    {
        var listing = new DayInterval(new(2026, 1, 12), new(2026, 7, 12));
        var veto = new DayInterval(new(2026, 4, 13), new(2027, 4, 13));

        Assert.Equal([new(new(2026, 1, 12), new(2027, 4, 13))], DayInterval.Union([veto, listing]));
    }

    [Fact]
    public void Adjacent_days_merge_and_a_gap_of_one_day_does_not()
    {
        var january = new DayInterval(new(2026, 1, 1), new(2026, 1, 31));

        Assert.Single(DayInterval.Union([january, new(new(2026, 2, 1), new(2026, 2, 2))]));
        Assert.Equal(2, DayInterval.Union([january, new(new(2026, 2, 2), new(2026, 2, 2))]).Count);
        Assert.Empty(DayInterval.Union([]));
    }

    [Fact]
    public void Every_pair_overlaps_exactly_when_it_shares_a_day()
    {
        foreach (var first in Runs(6))
            foreach (var second in Runs(6))
                Assert.Equal(Days([first]).Overlaps(Days([second])), first.Overlaps(second));
    }

    [Fact]
    public void Every_union_of_three_covers_the_same_days_with_gaps_between_its_parts()
    {
        var runs = Runs(7).ToArray();
        foreach (var first in runs)
            foreach (var second in runs)
                foreach (var third in runs)
                {
                    DayInterval[] all = [first, second, third];
                    Assert.Equal(FromDays(Days(all)), DayInterval.Union(all));
                }
    }

    [Fact]
    public void An_interval_survives_serialisation()
    {
        var interval = new DayInterval(new(2026, 1, 12), new(2026, 7, 12));

        Assert.Equal(interval, JsonSerializer.Deserialize<DayInterval>(JsonSerializer.Serialize(interval)));
    }

    private static IEnumerable<DayInterval> Runs(int days) =>
        from start in Enumerable.Range(0, days)
        from end in Enumerable.Range(start, days - start)
        select new DayInterval(Origin.AddDays(start), Origin.AddDays(end));

    private static SortedSet<DateOnly> Days(IEnumerable<DayInterval> intervals)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var interval in intervals)
            for (var day = interval.From; day <= interval.To; day = day.AddDays(1))
                days.Add(day);
        return days;
    }

    private static IEnumerable<DayInterval> FromDays(SortedSet<DateOnly> days)
    {
        foreach (var first in days.Where(day => !days.Contains(day.AddDays(-1))))
        {
            var last = first;
            while (days.Contains(last.AddDays(1)))
                last = last.AddDays(1);
            yield return new(first, last);
        }
    }
}
