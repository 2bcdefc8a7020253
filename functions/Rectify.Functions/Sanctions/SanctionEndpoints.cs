using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;

namespace Rectify.Functions.Sanctions;

/// <summary>The sanctions of a subject, with their intervals and cases.</summary>
public sealed class SanctionEndpoints(SubjectLookup subjectLookup, TimeProvider clock)
{
    [Function("ListSanctions"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    [Api("The sanctions of a subject.", Answers = typeof(ListAnswer<SanctionView>))]
    [ApiQuery("subject", typeof(Subject), "A unit or an official.", Required = true)]
    [ApiQuery("activeOn", typeof(DateOnly), "Only those that bar on this day.")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sanctions")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Subject(request).Try(out var subject, out var problem)
            || !Query.Date(request, "activeOn").Try(out var activeOn, out problem))
            return problem.ToResult();
        var today = LocalDay.Of(clock.GetUtcNow());
        if (DateLimits.Asked("activeOn", activeOn, today) is { } outside) return outside.ToResult();
        if (await subjectLookup.FindAsync(subject, cancellation) is not { } entry)
            return Problem.NotFound(Office.Eligibility.EligibilityMessages.NoSubject, subject.ToString()).ToResult();

        return ListAnswer.Of<SanctionView>(
        [
            .. from record in entry.AllCases
               from sanction in record.State.File.Sanctions
               where (sanction.Subject == subject || (subject is Subject.Official && entry.AnswersFor.Contains(sanction.Subject)))
                   && (activeOn is not { } day || sanction.Barred?.Contains(day) == true)
               orderby sanction.Term.From, sanction.Id.Value
               select SanctionView.Of(record.CaseId, sanction, record.State.File.DocumentNumberOf(sanction.Measure), today),
        ]);
    }
}
