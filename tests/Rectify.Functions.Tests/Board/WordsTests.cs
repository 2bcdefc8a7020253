using Rectify.Board.Drawing;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Functions.Tests.Board;

public sealed class WordsTests
{
    [Fact]
    public void Every_state_ground_role_and_measure_has_a_name_in_both_languages()
    {
        List<Func<Language, string>> names =
        [
            .. Enum.GetValues<CaseStatus>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<Light>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<AccountabilityGround>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<VetoGround>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<Severity>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<LeaderRole>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<Measure>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<Bars>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
            .. Enum.GetValues<SanctionStatus>().Select(value => (Func<Language, string>)(language => Names.Of(value, language))),
        ];

        Assert.All(names, name => Assert.Matches("\\p{IsCJKUnifiedIdeographs}", name(Language.Chinese)));
        Assert.All(names, name => Assert.Matches("^[a-z, -]+$", name(Language.English)));
    }

    [Theory]
    // boundary: midnight ends the day before
    [InlineData("2026-09-30T15:59:00Z", "2026年9月30日 23:59", "2026-09-30 23:59")]
    [InlineData("2026-09-30T16:00:00Z", "2026年9月30日 24:00", "2026-09-30 24:00")]
    [InlineData("2026-09-30T16:01:00Z", "2026年10月1日 00:01", "2026-10-01 00:01")]
    public void An_instant_is_written_as_local_time(string instant, string chinese, string english)
    {
        Assert.Equal(chinese, Dates.Moment(DateTimeOffset.Parse(instant), Language.Chinese));
        Assert.Equal(english, Dates.Moment(DateTimeOffset.Parse(instant), Language.English));
    }

    [Theory]
    [InlineData(2, "还有 2 天", "2 days left")]
    [InlineData(1, "还有 1 天", "1 day left")]
    // boundary
    [InlineData(0, "今天", "today")]
    [InlineData(-1, "逾期 1 天", "1 day over")]
    [InlineData(-2, "逾期 2 天", "2 days over")]
    public void The_days_that_are_left_are_counted_in_words(int days, string chinese, string english)
    {
        Assert.Equal(chinese, Dates.DaysLeft(days, Language.Chinese));
        Assert.Equal(english, Dates.DaysLeft(days, Language.English));
    }

    [Fact]
    public void A_drawing_gives_every_day_the_same_width_and_the_last_one_counts()
    {
        var scale = new DayScale(new DayInterval(new(2026, 1, 1), new(2026, 1, 10)), left: 100, width: 500);

        Assert.Equal(100, scale.Start(new(2026, 1, 1)));
        Assert.Equal(125, scale.Middle(new(2026, 1, 1)));
        Assert.Equal(550, scale.Start(new(2026, 1, 10)));
        Assert.Equal(500, scale.Width(new DayInterval(new(2026, 1, 1), new(2026, 1, 10))));
        Assert.Equal(50, scale.Width(new DayInterval(new(2026, 1, 3), new(2026, 1, 3))));
    }

    [Theory]
    // from, to, first and last tick, how many
    [InlineData("2026-03-30", "2026-05-02", "2026-04-01", "2026-05-01", 2)]
    [InlineData("2026-01-01", "2027-02-28", "2026-01-01", "2027-02-01", 14)]
    [InlineData("2026-01-01", "2027-03-01", "2026-01-01", "2027-01-01", 5)]
    [InlineData("2026-03-30", "2031-01-01", "2027-01-01", "2031-01-01", 5)]
    public void A_drawing_has_as_many_months_as_can_be_told_apart(string from, string to, string first, string last, int count)
    {
        var ticks = new DayScale(new DayInterval(DateOnly.Parse(from), DateOnly.Parse(to)), 0, 800).Ticks().ToList();

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last), count), (ticks[0], ticks[^1], ticks.Count));
    }
}
