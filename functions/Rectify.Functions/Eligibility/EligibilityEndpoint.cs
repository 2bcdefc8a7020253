using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;

namespace Rectify.Functions.Eligibility;

/// <summary>征求意见: may this subject be honoured, awarded or promoted on that day?</summary>
public sealed class EligibilityEndpoint(IServiceProvider services)
{
    private readonly SubjectFile subjects = services.GetRequiredService<SubjectFile>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    [Function("GetEligibility"), Allows(Role.Consulting, Role.Officer)]
    [Api("Whether a subject is eligible on a day.", Answers = typeof(AnswerView))]
    [ApiQuery("subject", typeof(Subject), "A unit or an official.", Required = true)]
    [ApiQuery("on", typeof(DateOnly), "The day asked about; today unless told.")]
    [ApiQuery("purpose", typeof(Purpose), "What for.")]
    [ApiQuery("asOf", typeof(DateTimeOffset), "The instant of the ledger that answers; now unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Subject(request).Try(out var subject, out var problem)
            || !Query.Date(request, "on").Try(out var day, out problem)
            || !Query.Enum<Purpose>(request, "purpose").Try(out var purpose, out problem)
            || !Query.Instant(request, "asOf").Try(out var given, out problem))
            return problem.ToResult();

        var now = clock.GetUtcNow();
        if (Refuse(subject, purpose) is { } impossible) return impossible.ToResult();
        if (given > now)
            return Problem.Rule("as-of-in-the-future", "asOf", $"asOf: not later than now, {now:O}; got {given:O}. (S15)").ToResult();

        var asOf = given ?? now;
        var on = day ?? LocalDay.Of(asOf);
        var found = given is { } past ? await subjects.FindAsync(subject, past, cancellation) : await subjects.FindAsync(subject, cancellation);
        if (found is not { } entry)
            return Problem.Of(404, "unknown-subject", "The subject is unknown", $"subject: a unit or an official in the register; got \"{subject}\". Unknown is never clear. (S15)")
                .About("subject", $"\"{subject}\" is not in the register.").ToResult();

        var finding = Finding.Of(subject, entry.EligibilityOn(on));
        return Wire.Json(new AnswerView(subject, on, purpose, finding.Answer, finding.Until, finding.Bases, asOf));
    }

    /// <summary>The refusal of a purpose that such a subject cannot have; null when it can.</summary>
    internal static Problem? Refuse(Subject subject, Purpose? purpose) => subject is Subject.Unit && purpose is Purpose.Promotion
        ? Problem.Rule("purpose-of-a-person", "purpose", "purpose: a unit is honoured or awarded, a person is promoted; got \"promotion\" for a unit. (S1)")
        : null;

    private sealed record AnswerView(
        Subject Subject, DateOnly On, Purpose? Purpose, Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases, DateTimeOffset AsOf);
}
