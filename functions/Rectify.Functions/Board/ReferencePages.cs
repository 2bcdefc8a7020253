using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Calendar;
using Rectify.Board.Cases;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Years;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Calendar;

namespace Rectify.Functions.Board;

/// <summary>The page of what dates are computed from: the working days of a year.</summary>
public sealed class ReferencePages(BoardPages pages, TimeProvider clock, CurrentCalendar currentCalendar)
{
    [Function("BoardCalendar"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> CalendarAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/calendar")] HttpRequest request)
    {
        var (calendar, today) = (currentCalendar.Value, LocalDay.Of(clock.GetUtcNow()));
        var asked = Query.Text(request, "year") ?? today.Year.ToString(CultureInfo.InvariantCulture);
        if (!Digits.TryRead(asked, out int year) || year < calendar.FirstYear
            || year > WorkingCalendar.LastYear)
        {
            return await pages.ShowMissingAsync(
                request, $"日历从 {calendar.FirstYear} 年到 {WorkingCalendar.LastYear} 年。",
                $"The calendar goes from {calendar.FirstYear} to {WorkingCalendar.LastYear}.");
        }

        var known = calendar.Year(year);
        var first = new DateOnly(year, 1, 1);
        var kinds = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .Select(day => (Day: day, Kind: known.KindOf(day)))
            .Where(one => one.Kind is not null).ToDictionary(one => one.Day, one => one.Kind!.Value);
        return await pages.ShowAsync<CalendarPage>(
            request, ($"{year}年工作日历", $"Working days of {year}"),
            new CalendarModel(year, known.IsProvisional ? null : known.Source, calendar.FirstYear, WorkingCalendar.LastYear, today,
                kinds)
            { Actions = [.. ActionsOn(request, year)] });
    }

    private IEnumerable<CaseLink> ActionsOn(HttpRequest request, int year)
    {
        var role = Caller.Of(request).Role;
        if (role == Role.Officer) yield return new(NoticeForm.AddressOf(year), ("录入放假安排", "Enter the notice"));
        if (role != Role.Unit && currentCalendar.ImportOf(year) is not null)
            yield return new(FormattableString.Invariant($"/board/calendar/{year}/changes"), ("录入引起的变动", "What it has moved"));
    }

}
