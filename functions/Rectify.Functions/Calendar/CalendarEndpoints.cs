using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Calendar;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Functions.Calendar;

/// <summary>工作日历: the working days of a year, and the import of the State Council notice (D9).</summary>
public sealed class CalendarEndpoints(Workflows workflows, CurrentCalendar calendar, TimeProvider clock, CalendarHandler calendarHandler)
{
    [Function("GetCalendar"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The working days of a year.", Answers = typeof(YearView))]
    public IActionResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendar/{year}")] HttpRequest request, string year) =>
        DateLimits.CalendarYear(year, calendar.Value).Try(out var number, out var problem)
            ? Wire.Json(YearView.Of(calendar.Value.Year(number), calendar.ImportOf(number)))
            : problem.ToResult();

    [Function("PutCalendar"), Allows(Role.Officer)]
    [Api("Imports the notice of a year, and tells what moves.", Takes = typeof(CalendarBody), Answers = typeof(PutView))]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendar/{year}")] HttpRequest request, string year,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (!DateLimits.CalendarYear(year, calendar.Value).Try(out var number, out var problem)
            || !(await JsonBody.ReadAsync<CalendarBody>(request)).Try(out var body, out problem)
            || !body.Value.ToYear(number, LocalDay.Of(clock.GetUtcNow())).Try(out var imported, out problem))
            return problem.ToResult();

        var report = await calendarHandler.ImportAsync(workflows.By(durable), imported, Caller.Of(request).Actor, cancellation);
        return Wire.Json(new PutView(
            YearView.Of(calendar.Value.Year(number), calendar.ImportOf(number)), report.Cases,
            [.. report.Deadlines.Where(moved => moved.Previous.Effective != moved.Deadline.Effective).Select(DeadlineChange.Of)],
            [.. report.Deadlines.Where(moved => moved.Previous.Effective == moved.Deadline.Effective).Select(DeadlineChange.Of)],
            report.Reminders, [.. report.Unreadable.Select(UnreadableView.Of)]));
    }

    private sealed record YearView(
        int Year, string? Source, bool Provisional, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpWorkingDays,
        DateTimeOffset? ImportedAt, string? ImportedBy)
    {
        public static YearView Of(CalendarYear year, CalendarImport? import) => new(
            year.Year, year.Source, year.IsProvisional, [.. year.DaysOff.Order()], [.. year.MakeUpWorkingDays.Order()], import?.At,
            import?.Actor);
    }

    private sealed record PutView(
        YearView Calendar, int Cases, IReadOnlyList<DeadlineChange> Moved, IReadOnlyList<DeadlineChange> Confirmed,
        IReadOnlyList<MovedReminder> Reminders,
        IReadOnlyList<UnreadableView> Unreadable);

    private sealed record DeadlineChange(
        string CaseId, string DocumentNumber, DateOnly Nominal, DateOnly Previous, DateOnly Effective, bool Provisional)
    {
        public static DeadlineChange Of(MovedDeadline moved) => new(
            moved.CaseId.Value, moved.DocumentNumber, moved.Deadline.Nominal, moved.Previous.Effective, moved.Deadline.Effective,
            moved.Deadline.Provisional);
    }
}
