using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;

namespace Rectify.Functions.Eligibility;

/// <summary>征求意见: may this subject be honoured, awarded or promoted on that day?</summary>
public sealed class EligibilityEndpoint(SubjectLookup subjectLookup, TimeProvider clock, ConsultationRequests requests)
{
    [Function("GetEligibility"), Allows(Role.Consulting, Role.Officer)]
    [Api("Whether a subject is eligible on a day.", Answers = typeof(AnswerView))]
    [ApiQuery("subject", typeof(Subject), "A unit or an official.", Required = true)]
    [ApiQuery("on", typeof(DateOnly), "The day asked about; today unless told.")]
    [ApiQuery("purpose", typeof(Purpose), "What for.")]
    [ApiQuery("asOf", typeof(DateTimeOffset), "The instant of the ledger that answers; now unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        // Where an officer issues the replies, a consulting body is not answered past the officer.
        if (requests.AwaitsOfficer(Caller.Of(request.HttpContext)))
            return Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, ConsultationMessages.RepliesByOfficer).ToResult();
        if (!Query.Subject(request).Try(out var subject, out var problem)
            || !Query.Date(request, "on").Try(out var day, out problem)
            || !Query.Enum<Purpose>(request, "purpose").Try(out var purpose, out problem)
            || !Query.Instant(request, "asOf").Try(out var given, out problem))
            return problem.ToResult();

        var now = clock.GetUtcNow();
        if (DateLimits.Asked("on", day, LocalDay.Of(now)) is { } outside) return outside.ToResult();
        if (given > now)
            return Problem.Rule("asOf", EligibilityMessages.InTheFuture.With(now, given.Value)).ToResult();
        if (given is { } instant
            && DateLimits.Between("asOf", LocalDay.Of(instant), DateLimits.Earliest, DateOnly.MaxValue, "S15") is { } early)
            return early.ToResult();
        if (PurposeRule.Refuse(subject, purpose) is { } impossible) return impossible.ToResult();

        var asOf = given ?? now;
        var on = day ?? LocalDay.Of(asOf);
        var found = given is { } past ? await subjectLookup.FindAsync(subject, past, cancellation)
            : await subjectLookup.FindAsync(subject, cancellation);
        if (found is not { } entry)
            return Problem.Of(ProblemKind.NotFound, ProblemTitles.SubjectUnknown, EligibilityMessages.Unknown.With(subject).At("subject"))
                .About("subject", EligibilityMessages.NotInRegister.With(subject)).ToResult();

        // Without the unreadable case the answer could wrongly be "clear", or "barred until" a day that this case moves.
        if (entry.Unreadable is [var unreadable, ..]) return unreadable.ToProblem().ToResult();

        var finding = Finding.Of(subject, entry.EligibilityOn(on));
        return Wire.Json(
            new AnswerView(subject, on, purpose, finding.Answer, finding.Until, finding.Bases, asOf,
                [.. entry.Namesakes.Select(other => other.InAnswer.English)]));
    }

    private sealed record AnswerView(
        Subject Subject, DateOnly On, Purpose? Purpose, Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases,
        DateTimeOffset AsOf,
        IReadOnlyList<string> Warnings);
}
