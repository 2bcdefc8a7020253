using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;

namespace Rectify.Office.Requests;

/// <summary>
/// The outer limits of dates that come over the wire, by what a date is for. A rule of the domain may have narrower limits and names them.
/// </summary>
public static class DateLimits
{
    /// <summary>The founding of the People's Republic: no fact in the register, the ledger or the yearly books is older.</summary>
    public static readonly DateOnly Earliest = new(1949, 10, 1);

    private const int YearsAhead = 10;

    /// <summary>
    /// A day that a question is about: from the founding of the People's Republic to ten years ahead, by when every bar known today is
    /// over.
    /// </summary>
    public static Problem? Asked(string member, DateOnly? day, DateOnly today) =>
        Between(member, day, Earliest, today.AddYears(YearsAhead), "S15");

    /// <summary>The first and the last day of a post: it may begin up to a year ahead and end up to ten years ahead.</summary>
    public static Problem? Held(Func<string, string> member, DateOnly from, DateOnly? to, DateOnly today) =>
        Problem.Together(
            Between(member("from"), from, Earliest, today.AddYears(1), "S6"),
            Between(member("to"), to, Earliest, today.AddYears(YearsAhead), "S6"));

    /// <summary>A day by which deadlines are searched: up to ten years ahead.</summary>
    public static Problem? Due(string member, DateOnly? day, DateOnly today) =>
        Between(member, day, Earliest, today.AddYears(YearsAhead), "S7");

    /// <summary>The day of a fact, which is not after today.</summary>
    public static Problem? Past(string member, DateOnly? day, DateOnly earliest, DateOnly today, string rule) =>
        day is not { } given || (given >= earliest && given <= today)
            ? null
            : Problem.Rule(member, RequestMessages.Past.With(earliest, today, given, rule));

    /// <summary>A day of a plan or a filter, within limits of its own.</summary>
    public static Problem? Between(string member, DateOnly? day, DateOnly earliest, DateOnly latest, string rule) =>
        day is not { } given || (given >= earliest && given <= latest)
            ? null
            : Problem.Rule(member, RequestMessages.Between.With(earliest, latest, given, rule));

    /// <summary>A year in an address or a query: in four digits, within limits.</summary>
    /// <param name="refusal">The message of the refusal, with the first year, the last year and the year as written.</param>
    /// <param name="text">The year as written.</param>
    /// <param name="first">The first year that is taken.</param>
    /// <param name="last">The last year that is taken.</param>
    public static Outcome<int> Year(MessageCode<int, int, string> refusal, string text, int first, int last) =>
        text.Length == 4 && Digits.TryRead(text, out int year)
            && year >= first && year <= last
            ? year
            : Problem.Rule("year", refusal.With(first, last, text));

    /// <summary>A year of the calendar of working days.</summary>
    public static Outcome<int> CalendarYear(string text, WorkingCalendar calendar) =>
        Year(RequestMessages.CalendarYear, text, calendar.FirstYear, WorkingCalendar.LastYear);

    /// <summary>
    /// The refusal of a year whose notice cannot be out yet: a notice is announced in the year before its own. Null when it can be.
    /// </summary>
    public static Problem? NoticeYear(int year, DateOnly today) => year <= today.Year + 1
        ? null
        : Problem.Rule("year", RequestMessages.NoticeYear.With(today.Year + 1, year));
}
