using Rectify.Domain.Calendar;

namespace Rectify.Domain.Tests.Terms;

public class LocalDayTests
{
    [Fact]
    public void A_day_ends_at_16_00_UTC_and_the_next_one_starts_there()
    {
        var end = new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal(end, LocalDay.EndOf(new(2026, 9, 30)));
        Assert.Equal(end, LocalDay.StartOf(new(2026, 10, 1)));
        Assert.Equal(TimeSpan.Zero, LocalDay.EndOf(new(2026, 9, 30)).Offset);
        Assert.Equal(TimeSpan.Zero, LocalDay.StartOf(new(2026, 9, 30)).Offset);
    }

    // UTC       15:59:59.9999999 | 16:00
    // Shanghai  30 September     | 1 October
    [Theory]
    [InlineData("2026-09-30T00:00:00Z", "2026-09-30")]
    [InlineData("2026-09-30T23:30:00+08:00", "2026-09-30")]
    [InlineData("2026-09-30T11:30:00-05:00", "2026-10-01")]
    // boundary
    [InlineData("2026-09-29T15:59:59.9999999Z", "2026-09-29")]
    [InlineData("2026-09-29T16:00:00Z", "2026-09-30")]
    [InlineData("2026-09-30T15:59:59.9999999Z", "2026-09-30")]
    [InlineData("2026-09-30T16:00:00Z", "2026-10-01")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    public void An_instant_falls_on_the_day_in_Shanghai(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), LocalDay.Of(DateTimeOffset.Parse(instant)));

    [Fact]
    public void A_clock_time_is_local()
    {
        Assert.Equal(DateTimeOffset.Parse("2026-09-30T01:00:00Z"), LocalDay.At(new(2026, 9, 30), new(9, 0)));
        Assert.Equal(DateTimeOffset.Parse("2026-09-29T23:30:00Z"), LocalDay.At(new(2026, 9, 30), new(7, 30)));
    }

    [Fact]
    public void Every_day_is_the_day_of_its_first_and_last_instant()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            Assert.Equal(day, LocalDay.Of(LocalDay.StartOf(day)));
            Assert.Equal(day, LocalDay.Of(LocalDay.EndOf(day).AddTicks(-1)));
            Assert.Equal(LocalDay.EndOf(day), LocalDay.StartOf(day.AddDays(1)));
        }
    }
}
