using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Matching;
using Rectify.Office.Requests;

namespace Rectify.Functions.Consultations;

/// <summary>Tells whom the rows of a list of names mean, before they are asked about.</summary>
public sealed class CandidateEndpoint(RegisterMatching matching)
{
    [Function("FindCandidates"), Allows(Role.Consulting, Role.Officer)]
    [Api("Whom up to 1,000 rows with names mean: one, several to choose from, or nobody.", Takes = typeof(CandidatesBody),
        Answers = typeof(CandidatesView))]
    public async Task<IActionResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/consultations/candidates")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<CandidatesBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        return (await MatchAsync(body.Value, cancellation)).Try(out var rows, out problem)
            ? Wire.Json(CandidatesView.Of(rows))
            : problem.ToResult();
    }

    private async Task<Outcome<IReadOnlyList<MatchedRow>>> MatchAsync(CandidatesBody body, CancellationToken cancellation) => body switch
    {
        { Text: { } text, Rows: null } => await matching.MatchAsync("text", text, cancellation),
        { Text: null, Rows: { } rows } => CandidateRow.Refuse(rows) is { } refusal
            ? refusal
            : await matching.MatchAsync([.. rows.Index().Select(row => row.Item.Asked(row.Index + 1))], cancellation),
        _ => Problem.Rule("rows", ConsultationMessages.RowOrText),
    };

    private sealed record CandidatesView(IReadOnlyList<RowView> Rows)
    {
        public static CandidatesView Of(IReadOnlyList<MatchedRow> rows) => new([.. rows.Select(row => new RowView(
            row.Asked.Row, row.Asked.Text, ResultOf(row.Match), row.SameAs,
            row.Match is RowMatch.ToChoose(_, var all) ? all : row.Match.Shown.Count, row.Match.Shown,
            row.Asked.Name, row.Asked.Unit, row.Asked.Post, row.Asked.Id))]);

        private static RowResult ResultOf(RowMatch match) => match switch
        {
            RowMatch.Matched => RowResult.Matched,
            RowMatch.ToChoose => RowResult.ToChoose,
            _ => RowResult.Unknown,
        };
    }

    private sealed record RowView(
        int Row, string Text, RowResult Result, int? SameAs, int All, IReadOnlyList<MatchCandidate> Candidates, string? Name, string? Unit,
        string? Post, string? Id);

    private enum RowResult
    {
        Matched,
        ToChoose,
        Unknown,
    }
}
