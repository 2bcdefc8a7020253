using System.Text.Json;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class SanctionLengthTests
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
    [InlineData("2026-01-01", 120, "2036-01-01")]
    public void A_sanction_ends_on_the_corresponding_day_and_never_moves(string from, int months, string to) =>
        Assert.Equal(
            new DayInterval(DateOnly.Parse(from), DateOnly.Parse(to)), new SanctionLength.Months(months).From(DateOnly.Parse(from)));

    [Theory]
    [InlineData("2026-03-01", 60, "2026-04-30")]
    // boundary
    [InlineData("2026-03-01", 1, "2026-03-02")]
    public void A_sanction_in_days_does_not_count_its_first_day(string from, int days, string to) =>
        Assert.Equal(DateOnly.Parse(to), new SanctionLength.Days(days).From(DateOnly.Parse(from)).To);

    // A veto for the assessment year: the event of 15 November 2026 bars to the end of 2026, not for 365 days.
    [Theory]
    [InlineData("2026-11-15", 12, 31, "2026-12-31")]
    [InlineData("2026-11-15", 6, 30, "2027-06-30")] // an assessment year from July to June
    // boundary
    [InlineData("2026-12-31", 12, 31, "2026-12-31")]
    [InlineData("2027-01-01", 12, 31, "2027-12-31")]
    [InlineData("2027-03-01", 2, 29, "2028-02-29")]
    [InlineData("2026-03-01", 2, 29, "2027-02-28")]
    [InlineData("2026-02-28", 2, 29, "2026-02-28")]
    public void A_sanction_for_the_year_ends_with_the_year_in_which_it_begins(string from, int month, int day, string to) =>
        Assert.Equal(DateOnly.Parse(to), new SanctionLength.YearEnding(month, day).From(DateOnly.Parse(from)).To);

    [Theory]
    // boundary
    [InlineData("{\"months\":0}", "A sanction lasts 1 to 120 months; got 0. (D3)")]
    [InlineData("{\"months\":121}", "A sanction lasts 1 to 120 months; got 121. (D3)")]
    [InlineData("{\"days\":3661}", "A sanction lasts 1 to 3660 days; got 3661. (D3)")]
    [InlineData("{\"yearEnding\":\"02-30\"}", "A year ends on a day written MM-dd; got 02-30.")]
    [InlineData("{\"yearEnding\":\"13-01\"}", "A year ends on a day written MM-dd; got 13-01.")]
    [InlineData("{\"yearEnding\":\"1-1\"}", "and yearEnding (MM-dd); got {\"yearEnding\":\"1-1\"}.")]
    [InlineData("{\"months\":6,\"days\":1}", "exactly one of months, days")]
    [InlineData("{}", "exactly one of months, days")]
    [InlineData("6", "exactly one of months, days")]
    [InlineData("{\"months\":1.5}", "exactly one of months, days")]
    [InlineData("{\"workingDays\":5}", "exactly one of months, days")]
    public void A_length_that_is_none_is_refused_with_what_was_given(string json, string message) => Assert.Contains(
        message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SanctionLength>(json, DomainJson.Options)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"months\":6}")]
    [InlineData("{\"days\":90}")]
    [InlineData("{\"yearEnding\":\"12-31\"}")]
    public void A_length_is_written_as_it_is_read(string json) => Assert.Equal(
        json, JsonSerializer.Serialize(JsonSerializer.Deserialize<SanctionLength>(json, DomainJson.Options), DomainJson.Options));
}
