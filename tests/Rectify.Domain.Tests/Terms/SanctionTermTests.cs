using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class SanctionTermTests
{
    [Theory]
    [InlineData("2026-04-01", 6, "2026-10-01")] // a holiday, and stays
    [InlineData("2026-01-12", 6, "2026-07-12")] // a Sunday, and stays
    [InlineData("2026-04-13", 12, "2027-04-13")]
    [InlineData("2026-03-30", 6, "2026-09-30")]
    [InlineData("2026-09-30", 12, "2027-09-30")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    // boundary
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2025-12-31", 1, "2026-01-31")]
    [InlineData("2026-01-01", 24, "2028-01-01")]
    public void A_sanction_ends_on_the_corresponding_day_and_never_moves(string from, int months, string to) =>
        Assert.Equal(new DayInterval(DateOnly.Parse(from), DateOnly.Parse(to)), SanctionTerm.Of(DateOnly.Parse(from), months));

    [Theory]
    // boundary
    [InlineData(0)]
    [InlineData(25)]
    public void A_sanction_without_a_length_in_the_range_is_refused(int months)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => SanctionTerm.Of(new(2026, 1, 12), months));
        Assert.StartsWith($"A period is 1 to 24 months; got {months}. (D2)", refused.Message);
    }
}
