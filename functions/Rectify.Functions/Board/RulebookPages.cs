using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Cases;
using Rectify.Board.Openings;
using Rectify.Board.Rulebooks;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Rulebooks;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Board;

/// <summary>规则: the pages of the rulebooks, to read and compare them, to load one, to put one in force, and to retire one.</summary>
public sealed class RulebookPages(
    BoardPages pages, CurrentRulebooks rulebooks, RulebookHandler rulebookHandler, LoadRulebookForm loadForm,
    RulebookDecisionForms decisionForms)
{
    /// <summary>The page of a rulebook.</summary>
    internal static string AddressOf(string id) => $"/board/rulebooks/{id}";

    [Function("BoardRulebooks"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/rulebooks")] HttpRequest request) =>
        pages.ShowAsync<RulebooksPage>(
            request, ("规则", "Rules"),
            new RulebooksModel(
                [.. rulebooks.Value.All.Select(rulebookHandler.ViewOf).OrderBy(book => book.Status)],
                IsOfficer(request) ? [new(LoadRulebookForm.Address, ("载入规则库", "Load a rulebook"))] : []));

    [Function("BoardRulebook"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/rulebooks/{id}")] HttpRequest request, string id) =>
        WithAsync(request, id, edition => pages.ShowAsync<RulebookPage>(
            request, (edition.Name, edition.Name),
            new RulebookModel(
                rulebookHandler.ViewOf(edition), edition.Rulebook is { } rulebook ? RulebookLine.Of(rulebook) : [],
                [.. ActionsOn(request, edition)])));

    [Function("BoardRulebookComparison"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public Task<IActionResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/rulebooks/{id}/comparison")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        WithAsync(request, id, async edition =>
        {
            var compared = await rulebookHandler.CompareAsync(edition, Query.Text(request, "with"), cancellation);
            return compared.Try(out var comparison, out var problem)
                ? await pages.ShowAsync<RulebookComparisonPage>(
                    request, ($"{id} 有何不同", $"What is different in {id}"), new RulebookComparisonModel(id, comparison))
                : await pages.ShowProblemAsync(request, problem);
        });

    [Function("BoardLoadRulebook"), Allows(Role.Officer)]
    public Task<IActionResult> LoadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/load-rulebook")] HttpRequest request,
        CancellationToken cancellation) => loadForm.RunAsync(request, cancellation);

    [Function("BoardRulebookInForce"), Allows(Role.Officer)]
    public Task<IActionResult> PutInForceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/rulebooks/{id}/in-force")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        WithAsync(request, id, edition => decisionForms.PutInForceAsync(request, edition, durable, cancellation));

    [Function("BoardRetireRulebook"), Allows(Role.Officer)]
    public Task<IActionResult> RetireAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/rulebooks/{id}/retirement")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        WithAsync(request, id, edition => decisionForms.RetireAsync(request, edition, cancellation));

    private async Task<IActionResult> WithAsync(HttpRequest request, string id, Func<RulebookEdition, Task<IActionResult>> show) =>
        rulebooks.Value.Find(id) is { } edition
            ? await show(edition)
            : await pages.ShowMissingAsync(request, Problem.NotFound(RulebookChangeMessages.NoRulebook, id));

    private static IEnumerable<CaseLink> ActionsOn(HttpRequest request, RulebookEdition edition)
    {
        var address = AddressOf(edition.Id);
        if (Caller.Of(request.HttpContext).Role != Role.Unit)
            yield return new($"{address}/comparison", ("与施行中的版本比较", "Compare with the one in force"));
        if (!IsOfficer(request)) yield break;

        yield return new($"{LoadRulebookForm.Address}?from={edition.Id}", ("以此为起点另拟", "Copy as a starting point"));
        if (!edition.IsOpen) yield break;
        foreach (var rung in new[] { Rung.Notice, Rung.Listing, Rung.Veto })
        {
            yield return new(
                $"{OpeningForm.AddressOf(rung)}?{OpeningFields.RulebookName}={edition.Id}",
                ($"试用：{Names.Of(rung, Language.Chinese)}", $"Try it: {Names.Of(rung, Language.English)}"));
        }

        yield return new($"{address}/in-force", ("施行", "Put in force"));
        yield return new($"{address}/retirement", ("停用", "Retire"));
    }

    private static bool IsOfficer(HttpRequest request) => Caller.Of(request.HttpContext).Role == Role.Officer;
}
