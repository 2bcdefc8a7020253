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
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Matching;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>The page that answers whether subjects may be honoured, awarded or promoted on a day.</summary>
public sealed class EligibilityPages(
    BoardPages pages, FormReader forms, SubjectLookup subjectLookup, RegisterMatching matching, TimeProvider clock,
    ConsultationRequests requests)
{
    private const int MaxRows = 200;

    // The subjects are part of the address, so that a question can be bookmarked. MaxRows keeps the address short enough.
    [Function("BoardEligibility"), Allows(Role.Consulting, Role.Officer)]
    public async Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/eligibility")] HttpRequest request, CancellationToken cancellation)
    {
        // Where an officer issues the replies, a consulting body is not answered past the officer.
        if (requests.AwaitsOfficer(Caller.Of(request))) return new RedirectResult(ConsultationForm.Address);
        var asOf = clock.GetUtcNow();
        if (!Query.Date(request, "on").Try(out var asked, out var problem)) return await pages.ShowProblemAsync(request, problem);

        if (DateLimits.Asked("on", asked, LocalDay.Of(asOf)) is { } outside) return await pages.ShowProblemAsync(request, outside);

        var (on, typed) = (asked ?? LocalDay.Of(asOf), Query.Text(request, "subjects") ?? "");
        if (!(await matching.MatchAsync("subjects", typed, cancellation)).Try(out var rows, out problem))
            return await pages.ShowProblemAsync(request, problem);
        if (rows.Count > MaxRows)
        {
            return await pages.ShowMissingAsync(
                request, $"一次最多查询 {MaxRows} 行，收到 {rows.Count} 行。", $"At most {MaxRows} rows at once; got {rows.Count}.");
        }

        var found = await subjectLookup.FindAsync([.. rows.Select(SubjectOf).OfType<Subject>().Distinct()], asOf, cancellation);
        SubjectAnswer[] answers = [.. rows.Select(row => AnswerFor(row, on, found))];
        return await pages.ShowAsync<EligibilityPage>(
            request, ("征求意见·资格查询", "Eligibility"),
            new EligibilityModel(typed, on, answers is [] ? null : answers, asOf, forms.TicketFor(request, ConsultationForm.Address)));
    }

    private static Subject? SubjectOf(MatchedRow row) => row.Match is RowMatch.Matched(var one) ? one.Subject : null;

    private static SubjectAnswer AnswerFor(MatchedRow row, DateOnly on, IReadOnlyDictionary<Subject, SubjectRecord> found)
    {
        var (line, text) = (row.Asked.Row, row.Asked.Text);
        if (row.Match is not RowMatch.Matched(var who))
            return new SubjectAnswer(line, text, null, row.Match is RowMatch.Unknown ? Verdict.Unknown : Verdict.ToChoose, null, []);

        // Who was found by a name is shown with unit, post and id, so that the reader sees who it is.
        var known = who.Why.Contains(Sign.Id)
            ? text
            : string.Join(' ', new[] { who.Unit, who.Post, who.Subject.ToString() }.OfType<string>());
        var entry = found[who.Subject];
        if (entry.Unreadable is [var unreadable, ..])
            return new SubjectAnswer(line, known, entry.Name, Verdict.NoAnswer, null, []) { Unreadable = unreadable.CaseId.Value };
        return entry.IsKnown
            ? AnswerOf(line, known, entry.Name!, Finding.Of(who.Subject, entry.EligibilityOn(on))) with
            {
                Warnings = [.. entry.Namesakes.Select(other => other.InAnswer)],
            }
            : new SubjectAnswer(line, text, null, Verdict.Unknown, null, []);
    }

    /// <summary>An answer in the form of the pages.</summary>
    internal static SubjectAnswer AnswerOf(int line, string typed, string? name, Finding finding) => new(
        line, typed, name, Enum.Parse<Verdict>(finding.Answer.ToString()), finding.Until,
        [.. finding.Bases.Select(
            basis =>
                new AnswerBasis(basis.CaseId.Value,
                    basis.Predecessor is { } gone ? $"{basis.DocumentNumber}（{gone}）" : basis.DocumentNumber, basis.Measure, basis.From,
                    basis.To))]);
}
