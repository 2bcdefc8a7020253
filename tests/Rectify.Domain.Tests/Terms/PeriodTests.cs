using System.Text.Json;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Terms;

public class PeriodTests
{
    [Theory]
    // boundary
    [InlineData("months", 0, "A period is 1 to 24 months; got 0. (D2)")]
    [InlineData("months", 1, null)]
    [InlineData("months", 24, null)]
    [InlineData("months", 25, "A period is 1 to 24 months; got 25. (D2)")]
    [InlineData("days", 0, "A period is 1 to 730 days; got 0. (D2)")]
    [InlineData("days", 1, null)]
    [InlineData("days", 730, null)]
    [InlineData("days", 731, "A period is 1 to 730 days; got 731. (D2)")]
    [InlineData("working days", 0, "A period is 1 to 500 working days; got 0. (D2)")]
    [InlineData("working days", 1, null)]
    [InlineData("working days", 500, null)]
    [InlineData("working days", 501, "A period is 1 to 500 working days; got 501. (D2)")]
    [InlineData("months", int.MinValue, "A period is 1 to 24 months; got -2147483648. (D2)")]
    public void A_period_is_valid_or_refused_in_words(string unit, int count, string? refusal)
    {
        var (period, reason) = TryCreate(unit, count);

        Assert.Equal(refusal, reason);
        if (refusal is null)
            Assert.Equal(Create(unit, count), period);
        else
        {
            Assert.Null(period);
            Assert.StartsWith(refusal, Assert.Throws<ArgumentOutOfRangeException>(() => Create(unit, count)).Message);
        }
    }

    public static TheoryData<Period, string> Family => new()
    {
        { new Period.Months(6), """{"months":6}""" },
        { new Period.Days(30), """{"days":30}""" },
        { new Period.WorkingDays(10), """{"workingDays":10}""" },
        { new Period.Until(new(2026, 9, 30)), """{"dueOn":"2026-09-30"}""" },
    };

    [Theory]
    [MemberData(nameof(Family))]
    public void Every_member_has_a_deadline_and_a_stable_written_form(Period period, string json)
    {
        Assert.True(Deadline.Of(new(2026, 1, 12), period, WorkingCalendar.Shipped).Effective > new DateOnly(2026, 1, 12));
        Assert.Equal(json, JsonSerializer.Serialize(period));
        Assert.Equal(period, JsonSerializer.Deserialize<Period>(json));
    }

    [Fact]
    public void The_family_above_is_complete() =>
        Assert.Equal(
            typeof(Period).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Period))).OrderBy(type => type.Name),
            Family.Select(row => row.Data.Item1.GetType()).OrderBy(type => type.Name));

    private static Period Create(string unit, int count) => unit switch
    {
        "months" => new Period.Months(count),
        "days" => new Period.Days(count),
        _ => new Period.WorkingDays(count),
    };

    private static (Period? Period, string? Refusal) TryCreate(string unit, int count)
    {
        Message? refusal;
        switch (unit)
        {
            case "months":
                Assert.Equal(Period.Months.TryCreate(count, out var months, out refusal), months is not null);
                return (months, refusal?.ToString());
            case "days":
                Assert.Equal(Period.Days.TryCreate(count, out var days, out refusal), days is not null);
                return (days, refusal?.ToString());
            default:
                Assert.Equal(Period.WorkingDays.TryCreate(count, out var workingDays, out refusal), workingDays is not null);
                return (workingDays, refusal?.ToString());
        }
    }
}
