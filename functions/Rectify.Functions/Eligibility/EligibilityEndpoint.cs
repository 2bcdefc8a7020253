using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Eligibility;

/// <summary>征求意见: may this subject be honoured, awarded or promoted on that day?</summary>
public sealed class EligibilityEndpoint(IServiceProvider services)
{
    private readonly SubjectFile subjects = services.GetRequiredService<SubjectFile>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    [Function("GetEligibility"), Allows(Role.Consulting, Role.Officer)]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Subject(request).Try(out var subject, out var problem)
            || !Query.Date(request, "on").Try(out var day, out problem)
            || !Query.Enum<Purpose>(request, "purpose").Try(out var purpose, out problem))
            return problem.ToResult();
        if (subject is Subject.Unit && purpose is Purpose.Promotion)
            return Problem.Rule("purpose-of-a-person", "purpose", "purpose: a unit is honoured or awarded, a person is promoted; got \"promotion\" for a unit. (S1)").ToResult();
        if (await subjects.CasesOfAsync(subject, cancellation) is not { } cases)
            return Problem.Of(404, "unknown-subject", "The subject is unknown", $"subject: a unit or an official in the register; got \"{subject}\". Unknown is never clear. (S15)")
                .About("subject", $"\"{subject}\" is not in the register.").ToResult();

        var asOf = clock.GetUtcNow();
        var on = day ?? LocalDay.Of(asOf);
        return EligibilityRule.Of(subject, on, cases.Select(record => (record.CaseId, record.State))) switch
        {
            EligibilityAnswer.Clear => Wire.Json(new AnswerView(subject, on, purpose, Answer.Clear, null, [], asOf)),
            EligibilityAnswer.Barred(var until, var bases) =>
                Wire.Json(new AnswerView(subject, on, purpose, Answer.Barred, until, [.. bases.Select(BasisView.Of)], asOf)),
            var other => throw new UnreachableException(other.ToString()),
        };
    }

    private enum Purpose
    {
        Honour,
        Award,
        Promotion,
    }

    private enum Answer
    {
        Clear,
        Barred,
    }

    private sealed record AnswerView(
        Subject Subject, DateOnly On, Purpose? Purpose, Answer Answer, DateOnly? Until, IReadOnlyList<BasisView> Bases, DateTimeOffset AsOf);

    private sealed record BasisView(
        CaseId CaseId, SanctionId SanctionId, Measure Measure, Bars Bars, DateOnly From, DateOnly To, string DocumentNumber)
    {
        public static BasisView Of(Basis basis) => new(
            basis.CaseId, basis.Sanction.Id, basis.Sanction.Measure, basis.Sanction.Bars,
            basis.Sanction.Barred!.Value.From, basis.Sanction.Barred!.Value.To, basis.DocumentNumber);
    }
}
