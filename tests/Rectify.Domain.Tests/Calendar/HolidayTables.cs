namespace Rectify.Domain.Tests.Calendar;

/// <summary>Holidays as MMdd, kept apart from the product's files so that an error has to be made twice to stay unseen.</summary>
/// <remarks>
/// 2024 to 2026 come from the data set chinese-days 1.5.7, not from the year files; from 2027 on the days of the holiday order,
/// lunar days and solar terms taken from lunar-javascript 1.7.7.
/// </remarks>
internal static class HolidayTables
{
    public const int FirstWithoutNotice = 2027;

    private static readonly Dictionary<int, (string Off, string MakeUp)> Years = new()
    {
        [2024] = (
            """
            0101 0210 0211 0212 0213 0214 0215 0216 0217 0404 0405 0406 0501 0502
            0503 0504 0505 0610 0915 0916 0917 1001 1002 1003 1004 1005 1006 1007
            """,
            "0204 0218 0407 0428 0511 0914 0929 1012"),
        [2025] = (
            """
            0101 0128 0129 0130 0131 0201 0202 0203 0204 0404 0405 0406 0501 0502
            0503 0504 0505 0531 0601 0602 1001 1002 1003 1004 1005 1006 1007 1008
            """,
            "0126 0208 0427 0928 1011"),
        [2026] = (
            """
            0101 0102 0103 0215 0216 0217 0218 0219 0220 0221 0222 0223 0404 0405
            0406 0501 0502 0503 0504 0505 0619 0620 0621 0925 0926 0927 1001 1002
            1003 1004 1005 1006 1007
            """,
            "0104 0214 0228 0509 0920 1010"),
        [2027] = ("0101 0205 0206 0207 0208 0405 0501 0502 0609 0915 1001 1002 1003", ""),
        [2028] = ("0101 0125 0126 0127 0128 0404 0501 0502 0528 1001 1002 1003", ""),
        [2029] = ("0101 0212 0213 0214 0215 0404 0501 0502 0616 0922 1001 1002 1003", ""),
    };

    public static IEnumerable<int> Covered => Years.Keys;

    public static HashSet<(int Month, int Day)> Off(int year) => Read(Years[year].Off);

    public static HashSet<(int Month, int Day)> MakeUp(int year) => Read(Years[year].MakeUp);

    public static HashSet<(int Month, int Day)> Read(string days) =>
        [.. days.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(
            day => (int.Parse(day[..2]), int.Parse(day[2..])))];
}
