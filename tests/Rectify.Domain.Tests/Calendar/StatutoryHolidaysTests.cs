using Rectify.Domain.Calendar;

namespace Rectify.Domain.Tests.Calendar;

public class StatutoryHolidaysTests
{
    /// <summary>Spring Festival, Qingming, Dragon Boat and Mid-Autumn of each year, from lunar-javascript 1.7.7.</summary>
    private const string Century =
        """
        2025:0129,0404,0531,1006 2026:0217,0405,0619,0925 2027:0206,0405,0609,0915 2028:0126,0404,0528,1003
        2029:0213,0404,0616,0922 2030:0203,0405,0605,0912 2031:0123,0405,0624,1001 2032:0211,0404,0612,0919
        2033:0131,0404,0601,0908 2034:0219,0405,0620,0927 2035:0208,0405,0610,0916 2036:0128,0404,0530,1004
        2037:0215,0404,0618,0924 2038:0204,0405,0607,0913 2039:0124,0405,0527,1002 2040:0212,0404,0614,0920
        2041:0201,0404,0603,0910 2042:0122,0404,0622,0928 2043:0210,0405,0611,0917 2044:0130,0404,0531,1005
        2045:0217,0404,0619,0925 2046:0206,0404,0608,0915 2047:0126,0405,0529,1004 2048:0214,0404,0615,0922
        2049:0202,0404,0604,0911 2050:0123,0404,0623,0930 2051:0211,0405,0613,0919 2052:0201,0404,0601,0907
        2053:0219,0404,0620,0926 2054:0208,0404,0610,0916 2055:0128,0405,0530,1005 2056:0215,0404,0617,0924
        2057:0204,0404,0606,0913 2058:0124,0404,0625,1002 2059:0212,0405,0614,0921 2060:0202,0404,0603,0909
        2061:0121,0404,0622,0928 2062:0209,0404,0611,0917 2063:0129,0405,0601,1006 2064:0217,0404,0619,0925
        2065:0205,0404,0608,0915 2066:0126,0404,0528,1003 2067:0214,0405,0616,0923 2068:0203,0404,0604,0911
        2069:0123,0404,0623,0929 2070:0211,0404,0613,0919 2071:0131,0405,0602,0908 2072:0219,0404,0620,0926
        2073:0207,0404,0610,0916 2074:0127,0404,0530,1005 2075:0215,0404,0617,0924 2076:0205,0404,0606,0912
        2077:0124,0404,0624,1001 2078:0212,0404,0614,0920 2079:0202,0404,0604,0910 2080:0122,0404,0622,0928
        2081:0209,0404,0611,0917 2082:0129,0404,0601,1006 2083:0217,0404,0619,0926 2084:0206,0404,0607,0914
        2085:0126,0404,0527,1003 2086:0214,0404,0615,0922 2087:0203,0404,0605,0911 2088:0124,0404,0623,0929
        2089:0210,0404,0613,0918 2090:0130,0404,0602,0908 2091:0218,0404,0621,0927 2092:0207,0404,0609,0916
        2093:0127,0404,0529,1005 2094:0215,0404,0617,0924 2095:0205,0404,0606,0913 2096:0125,0404,0624,0930
        2097:0212,0404,0614,0920 2098:0201,0404,0604,0909 2099:0121,0404,0623,0929
        """;

    [Fact]
    public void The_days_of_2027_are_those_of_the_holiday_order()
    {
        var year = WorkingCalendar.Shipped.Year(2027);

        Assert.Equal(
            ["01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03"],
            year.DaysOff.Order().Select(day => $"{day:MM-dd}"));
        Assert.Empty(year.MakeUpWorkingDays);
        Assert.Null(year.Source);
    }

    [Fact]
    public void The_lunar_days_and_solar_terms_of_the_century_agree_with_an_independent_computation()
    {
        var rows = Century.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(75, rows.Length);
        foreach (var row in rows)
        {
            var year = int.Parse(row[..4]);
            var named = row[5..].Split(',').Select(day => new DateOnly(year, int.Parse(day[..2]), int.Parse(day[2..]))).ToArray();
            var expected = new SortedSet<DateOnly>
            {
                new(year, 1, 1), new(year, 5, 1), new(year, 5, 2), new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
                named[0].AddDays(-1), named[0], named[0].AddDays(1), named[0].AddDays(2), named[1], named[2], named[3],
            };

            Assert.Equal(expected, Computed(year).DaysOff.Order());
        }
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void A_notice_gives_every_statutory_day_off(int year) =>
        Assert.Subset(WorkingCalendar.Shipped.Year(year).DaysOff.ToHashSet(), Computed(year).DaysOff.ToHashSet());

    // The order of 2024 came into force with 2025: New Year's Eve of the lunar year was still worked in 2024.
    [Fact]
    public void The_eve_of_the_Spring_Festival_was_a_working_day_in_2024() =>
        Assert.True(WorkingCalendar.Shipped.IsWorkingDay(new(2024, 2, 9)));

    /// <summary>The year as computed, whether or not the product has its notice: a calendar that ends before it computes it.</summary>
    private static CalendarYear Computed(int year)
    {
        var before = new CalendarYear(2024, "notice", new HashSet<DateOnly>(), new HashSet<DateOnly>());
        return new WorkingCalendar([before]).Year(year);
    }
}
