using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Contract;

/// <summary>The last day and year that is taken, and the first that is refused with its limits.</summary>
public sealed class DateLimitTests
{
    private static readonly string[] Pages = ["/board/cases", "/board/cases.csv"];

    [Fact]
    public async Task Days_that_are_looked_for_lie_between_1949_and_ten_years_ahead()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        string[] filters =
        [
            "/api/cases?dueBefore=", .. Pages.SelectMany(page => (string[])[$"{page}?dueFrom=", $"{page}?dueBefore="]),
            "/board/eligibility?on=", "/api/eligibility?subject=unit:yj-oubei&on=",
        ];
        (string Day, int Status)[] days =
            [("1949-09-30", 422), ("1949-10-01", 200), ("2036-03-30", 200), ("2036-03-31", 422), ("9999-12-31", 422)];
        foreach (var filter in filters)
        {
            foreach (var (day, status) in days)
                await RequireAsync(app, $"{filter}{day}&lang=en", status, "1949-10-01", "2036-03-30");
        }
    }

    [Theory]
    [InlineData("/api/calendar/{0}", 2024, 2099, 200)]
    [InlineData("/board/calendar/{0}/import", 2024, 2099, 200)]
    [InlineData("/board/calendar/{0}/changes", 2024, 2099, 404)]
    [InlineData("/api/assessments/yj-oubei/{0}", 2000, 2026, 404)]
    [InlineData("/api/responsibility-letters/yj-oubei/{0}", 2000, 2027, 404)]
    [InlineData("/api/duty-reports/o-1/{0}", 2000, 2026, 404)]
    [InlineData("/api/yearly-cycle/{0}", 2024, 2027, 200)]
    public async Task A_year_in_an_address_has_limits_that_its_refusal_names(string route, int first, int last, int taken)
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        foreach (var year in new[] { first - 1, last + 1, 1, 9999, 10000 })
            await RequireAsync(app, string.Format(System.Globalization.CultureInfo.InvariantCulture, route, $"{year:D4}"), 422);
        foreach (var year in new[] { first, last })
            await RequireAsync(app, string.Format(System.Globalization.CultureInfo.InvariantCulture, route, year), taken);
    }

    private static async Task RequireAsync(App app, string address, int status, params string[] limits)
    {
        using var answer = await app.Http.GetAsync(address, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{address}: {(int)answer.StatusCode} {text}");
        if (status == 422) Assert.All(limits, limit => Assert.Contains(limit, text, StringComparison.Ordinal));
    }
}
