using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Eligibility;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The page that answers whether subjects may be honoured, awarded or promoted on a day.</summary>
public sealed class EligibilityPages(BoardPages pages, FormReader forms, SubjectLookup subjectLookup, TimeProvider clock)
{
    private const int MaxSubjects = 200;

    // The subjects are part of the address, so that a question can be bookmarked. MaxSubjects keeps the address short enough.
    [Function("BoardEligibility"), Allows(Role.Consulting, Role.Officer)]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        if (!Query.Date(request, "on").Try(out var asked, out var problem)) return await pages.ShowProblemAsync(request, problem);

        if (DateLimits.Asked("on", asked, LocalDay.Of(asOf)) is { } outside) return await pages.ShowProblemAsync(request, outside);

        var (on, typed) = (asked ?? LocalDay.Of(asOf), Query.Text(request, "subjects") ?? "");
        var pasted = PastedSubjects.Of(typed);
        if (pasted.Count > MaxSubjects)
        {
            return await pages.ShowMissingAsync(
                request, $"一次最多查询 {MaxSubjects} 个对象，收到 {pasted.Count} 个。",
                $"At most {MaxSubjects} subjects at once; got {pasted.Count}.");
        }

        var found = await subjectLookup.FindAsync([.. pasted.Select(one => one.Subject).OfType<Subject>().Distinct()], asOf, cancellation);
        SubjectAnswer[] answers = [.. pasted.Select(one => AnswerFor(one, on, found))];
        return await pages.ShowAsync<EligibilityPage>(
            request, ("征求意见·资格查询", "Eligibility"),
            new EligibilityModel(typed, on, answers is [] ? null : answers, asOf, forms.TicketFor(request, ConsultationForm.Address)));
    }

    private static SubjectAnswer AnswerFor(PastedSubject pasted, DateOnly on, IReadOnlyDictionary<Subject, SubjectRecord> found)
    {
        if (pasted.Subject is not { } subject) return new SubjectAnswer(pasted.Line, pasted.Text, null, Verdict.Unreadable, null, []);
        if (found[subject].Unreadable is [var unreadable, ..])
            return new SubjectAnswer(pasted.Line, pasted.Text, found[subject].Name, Verdict.NoAnswer, null,
                [])
            { Unreadable = unreadable.CaseId.Value };
        return found[subject] is { IsKnown: true } entry
            ? AnswerOf(pasted.Line, pasted.Text, entry.Name!, Finding.Of(subject, entry.EligibilityOn(on))) with
            {
                Warnings = [.. entry.Namesakes.Select(other => other.InAnswer)],
            }
            : new SubjectAnswer(pasted.Line, pasted.Text, null, Verdict.Unknown, null, []);
    }

    /// <summary>An answer in the form of the pages.</summary>
    internal static SubjectAnswer AnswerOf(int line, string typed, string name, Finding finding) => new(
        line, typed, name, Enum.Parse<Verdict>(finding.Answer.ToString()), finding.Until,
        [.. finding.Bases.Select(
            basis =>
                new AnswerBasis(basis.CaseId.Value,
                    basis.Predecessor is { } gone ? $"{basis.DocumentNumber}（{gone}）" : basis.DocumentNumber, basis.Measure, basis.From,
                    basis.To))]);
}
