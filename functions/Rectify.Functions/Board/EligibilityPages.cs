using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Board.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Eligibility;
using Rectify.Functions.Http;

namespace Rectify.Functions.Board;

/// <summary>The page that says who may be honoured, awarded or promoted on a day.</summary>
public sealed class EligibilityPages(IServiceProvider services)
{
    private const int MaxSubjects = 200;

    private readonly BoardPages pages = services.GetRequiredService<BoardPages>();
    private readonly SubjectFile subjects = services.GetRequiredService<SubjectFile>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    // Subjects in the address, so that a question can be kept as a bookmark; the longest list that an address holds.
    [Function("BoardEligibility"), Allows(Role.Consulting, Role.Officer)]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        if (!Query.Date(request, "on").Try(out var asked, out var problem)) return await pages.ShowMissingAsync(request, problem.Detail, problem.Detail);

        var (on, typed) = (asked ?? LocalDay.Of(asOf), Query.Text(request, "subjects") ?? "");
        var lines = typed.Split(['\n', '\r', ',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MaxSubjects)
        {
            return await pages.ShowMissingAsync(
                request, $"一次最多查询 {MaxSubjects} 个对象，收到 {lines.Length} 个。", $"At most {MaxSubjects} subjects at once; got {lines.Length}.");
        }

        var parsed = lines.Select(line => (Line: line, Subject: SubjectOf(line))).ToList();
        var found = await subjects.FindAsync([.. parsed.Select(one => one.Subject).OfType<Subject>().Distinct()], asOf, cancellation);
        SubjectAnswer[] answers = [.. parsed.Select(one => AnswerFor(one.Line, one.Subject, on, found))];
        return await pages.ShowAsync<EligibilityPage>(
            request, ("征求意见·资格查询", "Eligibility"), new EligibilityModel(typed, on, answers is [] ? null : answers, asOf));
    }

    private static Subject? SubjectOf(string line) =>
        Subject.Parse(line) is { } subject && WireId.Refuse("subject", line.Split(':', 2)[1]) is null ? subject : null;

    private static SubjectAnswer AnswerFor(string line, Subject? subject, DateOnly on, IReadOnlyDictionary<Subject, SubjectEntry> found)
    {
        if (subject is null) return new SubjectAnswer(line, null, Verdict.Unreadable, null, []);
        if (found[subject] is not { IsKnown: true } entry) return new SubjectAnswer(line, null, Verdict.Unknown, null, []);

        var finding = Finding.Of(subject, entry.EligibilityOn(on));
        return new SubjectAnswer(
            line, entry.Name, Enum.Parse<Verdict>(finding.Answer.ToString()), finding.Until,
            [.. finding.Bases.Select(basis => new AnswerBasis(basis.CaseId.Value, basis.Predecessor is { } gone ? $"{basis.DocumentNumber}（{gone}）" : basis.DocumentNumber, basis.Measure, basis.From, basis.To))]);
    }
}
