using Rectify.Domain.Tests.Calendar;

namespace Rectify.Domain.Tests.Terms;

/// <summary>The oracle: a written-out list of days that is only ever walked one day at a time.</summary>
/// <remarks>Own month lengths, own week (2024-01-01 was a Monday), own holiday tables; no date type takes part in the arithmetic.</remarks>
internal sealed class NaiveDays
{
    private readonly List<(int Year, int Month, int Day, bool Off, bool Provisional)> days = [];

    /// <summary>The list, for one year by another notice, as MMdd, when one is given.</summary>
    public NaiveDays((int Year, string Off, string MakeUp)? notice = null)
    {
        var weekday = 0; // Monday
        foreach (var year in HolidayTables.Covered.Order())
        {
            var (off, makeUp) = notice is var (noticed, noticedOff, noticedMakeUp) && noticed == year
                ? (HolidayTables.Read(noticedOff), HolidayTables.Read(noticedMakeUp))
                : (HolidayTables.Off(year), HolidayTables.MakeUp(year));
            for (var month = 1; month <= 12; month++)
                for (var day = 1; day <= Length(year, month); day++)
                {
                    var closed = makeUp.Contains((month, day)) ? false : off.Contains((month, day)) ? true : weekday >= 5;
                    days.Add(
                        (year, month, day, closed,
                            year >= HolidayTables.FirstWithoutNotice
                                || (year + 1 == HolidayTables.FirstWithoutNotice && month == 12 && day >= 28)));
                    weekday = weekday == 6 ? 0 : weekday + 1;
                }
        }
    }

    public int Count => days.Count;

    /// <summary>The start days of the sweep: up to the last day of 2027.</summary>
    public IEnumerable<int> Starts => Enumerable.Range(0, days.FindIndex(day => day.Year == 2028));

    public DateOnly Date(int index) => new(days[index].Year, days[index].Month, days[index].Day);

    public bool IsOff(int index) => days[index].Off;

    public int AfterMonths(int start, int months)
    {
        var index = start;
        for (var crossed = 0; crossed < months;)
            if (days[++index].Day == 1)
                crossed++;

        while (days[index].Day != days[start].Day && days[index + 1].Day != 1)
            index++;
        return index;
    }

    public int Forward(int index)
    {
        while (days[index].Off)
            index++;
        return index;
    }

    public int Back(int index, int notBefore)
    {
        while (days[index].Off && index > notBefore)
            index--;
        return index;
    }

    public int NextWorked(int index) => Forward(index + 1);

    public bool AnyProvisional(int first, int last)
    {
        for (var index = first; index <= last; index++)
            if (days[index].Provisional)
                return true;
        return false;
    }

    private static int Length(int year, int month) => month switch
    {
        2 => year is 2024 or 2028 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
