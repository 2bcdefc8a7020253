using Rectify.Domain.Calendar;
using Rectify.Functions.Http;

namespace Rectify.Functions.Calendar;

/// <summary>Body of <c>PUT /api/calendar/{year}</c>: the form of a year file.</summary>
internal sealed record CalendarBody(string Source, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpWorkingDays, int? Year = null)
{
    /// <summary>The year, or every day in it that cannot be.</summary>
    public Outcome<CalendarYear> ToYear(int year)
    {
        if (Texts.Refuse(("source", Source, Texts.Line)) is { } blank) return blank;

        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        if (Year is { } stated && stated != year) errors["year"] = [$"year: that of the address, {year}; got {stated}."];
        if (DaysOff.Count == 0) errors["daysOff"] = ["daysOff: a notice has days off."];
        foreach (var (member, days) in new[] { ("daysOff", DaysOff), ("makeUpWorkingDays", MakeUpWorkingDays) })
        {
            foreach (var (index, day) in days.Index())
            {
                var reason = day.Year != year ? $"{day:yyyy-MM-dd} does not lie in {year}."
                    : days.Take(index).Contains(day) ? $"{day:yyyy-MM-dd} stands twice."
                    : member == "daysOff" ? null
                    : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? $"{day:yyyy-MM-dd} is a {day.DayOfWeek}; a make-up working day is a Saturday or Sunday. (D6)"
                    : DaysOff.Contains(day) ? $"{day:yyyy-MM-dd} is a day off; a make-up working day is not. (D6)"
                    : null;
                if (reason is not null) errors[$"{member}[{index}]"] = [reason];
            }
        }

        if (errors.Count == 0)
        {
            var missing = CalendarYear.StatutoryDays(year).Where(day => !DaysOff.Contains(day)).ToList();
            if (missing.Count > 0)
                errors["daysOff"] = [$"daysOff: the days that are off by law; missing are {string.Join(", ", missing.Select(day => $"{day:yyyy-MM-dd}"))}. (D9)"];
        }

        return errors.Count == 0
            ? new CalendarYear(year, Source, DaysOff.ToHashSet(), MakeUpWorkingDays.ToHashSet())
            : Problem.Of(422, "calendar-refused", "The calendar breaks a rule", string.Join(" ", errors.Values.Select(error => error[0]))) with { Errors = errors };
    }
}
