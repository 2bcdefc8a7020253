using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Calendar;
using Rectify.Board.Forms;
using Rectify.Board.Words;
using Rectify.Domain.Calendar;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;

namespace Rectify.Functions.Board.Years;

/// <summary>Runs the form for the notice of a year's holidays: form, preview of what it would move, confirmation.</summary>
public sealed class NoticeForm(BoardPages pages, FormReader forms, Flash flash, CurrentCalendar calendar, CalendarHandler calendarHandler,
    Workflows workflows, TimeProvider clock)
{
    public static string AddressOf(int year) => FormattableString.Invariant($"/board/calendar/{year}/import");

    public async Task<IActionResult> RunAsync(HttpRequest request, int year, DurableTaskClient durable, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method))
            return await ShowAsync(request, year, FormOf(year, forms.Ticket(request, Seen(year)), Prefilled(calendar.Value.Year(year))));
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var form = FormOf(year, sent.TicketText, sent.Input);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, year, form);
        if (!FieldBody.Read<CalendarBody>(form.Fields, sent.Input).Try(out var body, out problem)
            || !body.Value.ToYear(year, LocalDay.Of(clock.GetUtcNow())).Try(out var notice, out problem))
            return await ShowAsync(request, year,
                form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
                StatusCodes.Status422UnprocessableEntity);

        // Another notice of the year was entered since the form was opened, so that the preview is out of date and is shown again.
        var isLate = sent.Ticket.Version is { } seen && seen != Seen(year) && !calendar.Value.Year(year).Equals(notice);
        if (sent.Step != FormModel.Confirm || isLate)
            return await PreviewAsync(request, year, form with { Ticket = forms.Ticket(request, Seen(year)) }, notice,
                isLate ? StatusCodes.Status409Conflict : StatusCodes.Status200OK, cancellation);

        await calendarHandler.ImportAsync(workflows.By(durable), notice, Caller.Of(request).Actor, cancellation);
        return flash.To(
            request, calendar.ImportOf(year) is null ? "/board/calendar" : FormattableString.Invariant($"/board/calendar/{year}/changes"),
            ($"{year} 年的放假安排已录入。", $"The notice of {year} is entered."));
    }

    private async Task<IActionResult> PreviewAsync(HttpRequest request, int year, FormModel form, CalendarYear notice, int status,
        CancellationToken cancellation) =>
        await pages.ShowAsync<NoticePreviewPage>(
            request, ($"录入 {year} 年放假安排·预览", $"Notice of {year}: preview"),
            new NoticePreviewModel(form, year, DayRun.Of(notice.DaysOff), DayRun.Of(notice.MakeUpWorkingDays),
                CalendarShifts.Of(await calendarHandler.ForecastAsync(notice, cancellation))), status);

    private Task<IActionResult> ShowAsync(HttpRequest request, int year, FormModel form, int status = StatusCodes.Status200OK) =>
        pages.ShowAsync<FormPage>(request, ($"录入 {year} 年放假安排", $"Notice of {year}"), form, status);

    private int Seen(int year) => (int)(calendar.ImportOf(year)?.Revision ?? 0);

    // For a year without a notice the form is filled with the days that are off by law.
    private static FormInput Prefilled(CalendarYear year) => FormInput.With(
        [("source", year.Source ?? ""), .. NoticeFields.DaysOff.Filled(year.DaysOff),
            .. NoticeFields.MakeUpWorkingDays.Filled(year.MakeUpWorkingDays)]);

    private static FormModel FormOf(int year, string ticket, FormInput input) =>
        new(AddressOf(year), ticket, NoticeFields.All, input, ("预览", "Preview"),
            FormattableString.Invariant($"/board/calendar?year={year}"));
}
