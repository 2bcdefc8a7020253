using Rectify.Domain.Calendar;

namespace Rectify.Domain.Tests.Calendar;

public class ShippedYearsTests
{
    [Theory]
    [InlineData(2024, "国办发明电〔2023〕7号", 28, 8)]
    [InlineData(2025, "国办发明电〔2024〕12号", 28, 5)]
    [InlineData(2026, "国办发明电〔2025〕7号", 33, 6)]
    public void A_shipped_year_holds_the_days_of_its_notice(int year, string number, int daysOff, int makeUpDays)
    {
        var shipped = WorkingCalendar.Shipped.Year(year);

        Assert.Equal($"国务院办公厅关于{year}年部分节假日安排的通知（{number}）", shipped.Source);
        Assert.Equal(daysOff, shipped.DaysOff.Count);
        Assert.Equal(makeUpDays, shipped.MakeUpWorkingDays.Count);
        Assert.Equal(HolidayTables.Off(year).Order(), shipped.DaysOff.Order().Select(day => (day.Month, day.Day)));
        Assert.Equal(HolidayTables.MakeUp(year).Order(), shipped.MakeUpWorkingDays.Order().Select(day => (day.Month, day.Day)));
    }

    [Fact]
    public void The_shipped_calendar_covers_2024_to_2099()
    {
        Assert.Equal(2024, WorkingCalendar.Shipped.FirstYear);
        Assert.Equal([2024, 2025, 2026], WorkingCalendar.Shipped.Years.Select(year => year.Year));
        Assert.Equal(new(2099, 12, 31), WorkingCalendar.Shipped.NextWorkingDay(new(2099, 12, 31)));
    }

    [Theory]
    // boundary
    [InlineData(2024, false)]
    [InlineData(2026, false)]
    [InlineData(2027, true)]
    [InlineData(2099, true)]
    public void A_year_without_a_notice_is_provisional(int year, bool provisional) =>
        Assert.Equal(provisional, WorkingCalendar.Shipped.IsProvisional(year));

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void A_shipped_file_is_written_as_the_calendar_writes_it(int year)
    {
        var assembly = typeof(WorkingCalendar).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"Calendar/Years/{year}.json")!);

        Assert.Equal(WorkingCalendar.Shipped.Year(year).ToJson(), reader.ReadToEnd());
    }
}
