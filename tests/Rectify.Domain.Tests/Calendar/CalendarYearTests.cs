using Rectify.Domain.Calendar;

namespace Rectify.Domain.Tests.Calendar;

public class CalendarYearTests
{
    private const string File =
        """{"year":2027,"source":"notice","daysOff":["2027-01-01","2027-10-01"],"makeUpWorkingDays":["2027-01-02"]}""";

    [Fact]
    public void A_file_is_read_and_written()
    {
        var year = CalendarYear.Parse("2027.json", File);

        Assert.Equal((2027, "notice", false), (year.Year, year.Source, year.IsProvisional));
        Assert.Equal([new(2027, 1, 1), new(2027, 10, 1)], year.DaysOff.Order());
        Assert.Equal([new(2027, 1, 2)], year.MakeUpWorkingDays);
        Assert.Equal(year, CalendarYear.Parse("2027.json", year.ToJson()));
        Assert.Equal(year.GetHashCode(), CalendarYear.Parse("2027.json", year.ToJson()).GetHashCode());
    }

    [Theory]
    [InlineData("notice", "Notice")]
    [InlineData("2027-10-01", "2027-10-02")]
    [InlineData("2027-01-02", "2027-01-03")]
    public void Years_that_differ_in_one_member_differ(string old, string changed) =>
        Assert.NotEqual(CalendarYear.Parse("a", File), CalendarYear.Parse("b", File.Replace(old, changed)));

    [Theory]
    [InlineData(":2027", ":\"2027\"", "year", "\"2027\"")]
    [InlineData(":2027", ":2027.5", "year", "2027.5")]
    [InlineData("\"year\":2027,", "", "year", "missing")]
    [InlineData("\"notice\"", "null", "source", "null")]
    [InlineData("\"notice\"", "\" \"", "source", "\" \"")]
    [InlineData("\"notice\"", "7", "source", "7")]
    [InlineData("\"source\":\"notice\",", "", "source", "missing")]
    [InlineData("\"source\"", "\"Source\"", "Source", "\"notice\"")]
    [InlineData("\"source\":", "\"source\":\"first\",\"source\":", "source", "\"notice\"")]
    [InlineData("\"makeUpWorkingDays\"", "\"makeUpDays\"", "makeUpDays", "[\"2027-01-02\"]")]
    [InlineData("[\"2027-01-02\"]", "{}", "makeUpWorkingDays", "{}")]
    [InlineData("\"2027-01-02\"", "null", "makeUpWorkingDays[0]", "null")]
    [InlineData("[\"2027-01-01\",\"2027-10-01\"]", "[]", "daysOff", "[]")]
    [InlineData("2027-10-01", "2027-1-1", "daysOff[1]", "\"2027-1-1\"")]
    [InlineData("2027-10-01", "2027-02-29", "daysOff[1]", "\"2027-02-29\"")]
    [InlineData("2027-10-01", "2027-10-01T00:00", "daysOff[1]", "\"2027-10-01T00:00\"")]
    [InlineData("2027-10-01", "2027-01-01", "daysOff[1]", "\"2027-01-01\"")] // twice
    [InlineData("2027-01-02", "2027-10-01", "makeUpWorkingDays[0]", "\"2027-10-01\"")] // off on a Friday
    // boundary
    [InlineData(":2027", ":1948", "year", "1948")]
    [InlineData(":2027", ":2100", "year", "2100")]
    [InlineData("2027-10-01", "2026-12-31", "daysOff[1]", "\"2026-12-31\"")]
    [InlineData("2027-10-01", "2028-01-01", "daysOff[1]", "\"2028-01-01\"")]
    [InlineData("2027-01-02", "2027-01-04", "makeUpWorkingDays[0]", "\"2027-01-04\"")] // Monday
    [InlineData("2027-01-02", "2027-01-08", "makeUpWorkingDays[0]", "\"2027-01-08\"")] // Friday
    [InlineData("2027-01-02", "2028-01-01", "makeUpWorkingDays[0]", "\"2028-01-01\"")]
    public void A_file_with_an_error_is_refused_with_file_member_and_value(string old, string changed, string member, string value)
    {
        Assert.Contains(old, File);

        var refused = Assert.Throws<CalendarFileException>(() => CalendarYear.Parse("2027.json", File.Replace(old, changed)));

        Assert.Equal(("2027.json", member, value), (refused.File, refused.Member, refused.Value));
        Assert.StartsWith($"2027.json: {member}: {value}: ", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"year\":2027")]
    [InlineData("{\"year\":2027,}")]
    [InlineData("{} // comment")]
    public void A_file_that_is_no_object_is_refused(string json)
    {
        var refused = Assert.Throws<CalendarFileException>(() => CalendarYear.Parse("2027.json", json));

        Assert.Equal(("2027.json", "$"), (refused.File, refused.Member));
    }

    [Fact]
    public void A_provisional_year_is_written_as_a_form_that_still_needs_its_notice()
    {
        var form = WorkingCalendar.Shipped.Year(2027).ToJson();

        Assert.Equal("source", Assert.Throws<CalendarFileException>(() => CalendarYear.Parse("2027.json", form)).Member);
        Assert.False(CalendarYear.Parse("2027.json", form.Replace("null", "\"notice\"")).IsProvisional);
    }

    [Theory]
    [InlineData("", "2027-01-01", "2027-01-02")]
    [InlineData("notice", "2026-12-31", "2027-01-02")]
    [InlineData("notice", "2027-01-01", "2026-01-03")]
    [InlineData("notice", "2027-01-01", "2027-01-04")]
    [InlineData("notice", "2027-01-02", "2027-01-02")]
    public void A_year_is_valid_or_not_made(string source, string dayOff, string makeUp) =>
        Assert.Throws<ArgumentException>(() =>
            new CalendarYear(2027, source, new HashSet<DateOnly> { DateOnly.Parse(dayOff) },
                new HashSet<DateOnly> { DateOnly.Parse(makeUp) }));

    [Fact]
    public void A_year_keeps_its_days_when_the_set_it_was_made_from_changes()
    {
        var days = new HashSet<DateOnly> { new(2027, 1, 1) };
        var year = new CalendarYear(2027, "notice", days, new HashSet<DateOnly>());
        days.Clear();

        Assert.Single(year.DaysOff);
    }
}
