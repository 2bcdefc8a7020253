using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Calendar;

/// <summary>工作日历: the working days of a year, and the import of the State Council notice (D9).</summary>
public sealed class CalendarEndpoints(IServiceProvider services)
{
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();
    private readonly CalendarDesk desk = services.GetRequiredService<CalendarDesk>();

    [Function("GetCalendar"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The working days of a year.", Answers = typeof(YearView))]
    public IActionResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendar/{year}")] HttpRequest request, string year) =>
        YearOf(year) is { } number && number >= calendar.Value.FirstYear
            ? Wire.Json(YearView.Of(calendar.Value.Year(number), calendar.ImportOf(number)))
            : Problem.NotFound("calendar year", year).ToResult();

    [Function("PutCalendar"), Allows(Role.Officer)]
    [Api("Imports the notice of a year, and tells what moves.", Takes = typeof(CalendarBody), Answers = typeof(PutView))]
    public async Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendar/{year}")] HttpRequest request, string year,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (YearOf(year) is not { } number || number < calendar.Value.FirstYear)
            return Problem.Rule("calendar-year", "year", $"year: {calendar.Value.FirstYear} to {WorkingCalendar.LastYear}; got \"{year}\". (D9)").ToResult();
        if (!(await JsonBody.ReadAsync<CalendarBody>(request)).Try(out var body, out var problem)
            || !body.Value.ToYear(number).Try(out var imported, out problem))
            return problem.ToResult();

        var report = await desk.ImportAsync(durable, imported, Caller.Of(request.HttpContext).Actor, cancellation);
        return Wire.Json(new PutView(
            YearView.Of(calendar.Value.Year(number), calendar.ImportOf(number)), report.Cases,
            [.. report.Deadlines.Where(moved => moved.Previous.Effective != moved.Deadline.Effective).Select(DeadlineChange.Of)],
            [.. report.Deadlines.Where(moved => moved.Previous.Effective == moved.Deadline.Effective).Select(DeadlineChange.Of)],
            report.Reminders));
    }

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year <= WorkingCalendar.LastYear ? year : null;

    private sealed record YearView(
        int Year, string? Source, bool Provisional, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpWorkingDays,
        DateTimeOffset? ImportedAt, string? ImportedBy)
    {
        public static YearView Of(CalendarYear year, CalendarImport? import) => new(
            year.Year, year.Source, year.IsProvisional, [.. year.DaysOff.Order()], [.. year.MakeUpWorkingDays.Order()], import?.At, import?.Actor);
    }

    private sealed record PutView(
        YearView Calendar, int Cases, IReadOnlyList<DeadlineChange> Moved, IReadOnlyList<DeadlineChange> Confirmed, IReadOnlyList<MovedReminder> Reminders);

    private sealed record DeadlineChange(
        string CaseId, string DocumentNumber, DateOnly Nominal, DateOnly Previous, DateOnly Effective, bool Provisional)
    {
        public static DeadlineChange Of(MovedDeadline moved) => new(
            moved.CaseId.Value, moved.DocumentNumber, moved.Deadline.Nominal, moved.Previous.Effective, moved.Deadline.Effective, moved.Deadline.Provisional);
    }
}
