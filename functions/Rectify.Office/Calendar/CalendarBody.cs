using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Office.Calendar;

/// <summary>Body of <c>PUT /api/calendar/{year}</c>, with the members of a year file.</summary>
public sealed record CalendarBody(string Source, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpWorkingDays,
    int? Year = null)
{
    /// <summary>The year, or a problem that names every day that is not valid.</summary>
    public Outcome<CalendarYear> ToYear(int year, DateOnly today)
    {
        var errors = new SortedDictionary<string, Message>(StringComparer.Ordinal);
        if (Year is { } stated && stated != year) errors["year"] = CalendarMessages.AnotherYear.With(year, stated).At("year");
        if (DaysOff.Count == 0) errors["daysOff"] = CalendarMessages.NoDaysOff.Told().At("daysOff");
        foreach (var (member, days) in new[] { ("daysOff", DaysOff), ("makeUpWorkingDays", MakeUpWorkingDays) })
        {
            foreach (var (index, day) in days.Index())
            {
                Message? reason = day.Year != year ? CalendarMessages.NotInYear.With(day, year)
                    : days.Take(index).Contains(day) ? CalendarMessages.Twice.With(day)
                    : member == "daysOff" ? null
                    : !CalendarYear.IsWeekend(day) ? CalendarMessages.NotAWeekend.With(day, day.DayOfWeek)
                    : DaysOff.Contains(day) ? CalendarMessages.DayOff.With(day)
                    : null;
                if (reason is not null) errors[$"{member}[{index}]"] = reason;
            }
        }

        if (errors.Count == 0)
        {
            var missing = CalendarYear.StatutoryDays(year).Where(day => !DaysOff.Contains(day)).ToList();
            if (missing.Count > 0) errors["daysOff"] = CalendarMessages.OffByLaw.With(missing).At("daysOff");
        }

        var refusal = Problem.Together(
            DateLimits.NoticeYear(year, today), TextLimits.Refuse(("source", Source, TextLimits.Line)),
            errors.Count == 0
                ? null
                : Problem.Of(ProblemKind.RuleBroken, ProblemTitles.CalendarRefused, CalendarMessages.Refused.With([.. errors.Values]))
                    .About(errors));
        return refusal is not null ? refusal : new CalendarYear(year, Source, DaysOff.ToHashSet(), MakeUpWorkingDays.ToHashSet());
    }
}
