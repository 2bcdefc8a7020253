using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Calendar;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Years;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>录入放假安排: the pages to enter the notice of a year's holidays and to see what it has moved.</summary>
public sealed class NoticePages(BoardPages pages, NoticeForm noticeForm, CalendarHandler calendarHandler, CurrentCalendar currentCalendar)
{
    [Function("BoardImportNotice"), Allows(Role.Officer)]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/calendar/{year}/import")] HttpRequest request, string year,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        YearOf(year).Try(out var number, out var problem)
            ? await noticeForm.RunAsync(request, number, durable, cancellation)
            : await pages.ShowProblemAsync(request, problem);

    [Function("BoardNoticeChanges"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/calendar/{year}/changes")] HttpRequest request, string year,
        CancellationToken cancellation) =>
        !YearOf(year).Try(out var number, out var problem) ? await pages.ShowProblemAsync(request, problem)
            : await calendarHandler.ResultOfAsync(number, cancellation) is var (import, moved)
            ? await pages.ShowAsync<NoticeResultPage>(
                request, ($"{number} 年放假安排引起的变动", $"What the notice of {number} has moved"),
                new NoticeResultModel(number, import.Year.Source!, import.Actor, import.At, CalendarShifts.Of(moved)))
            : await pages.ShowMissingAsync(request, $"{number} 年的放假安排没有在这里录入过。",
                $"The notice of {number} was never entered here.");

    private Outcome<int> YearOf(string text) => DateLimits.CalendarYear(text, currentCalendar.Value);
}
