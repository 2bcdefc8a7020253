using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Search;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Search;

namespace Rectify.Functions.Board;

/// <summary>The page of the search that stands in the head of every page.</summary>
public sealed class SearchPages(BoardPages pages, BoardSearch boardSearch, IRegisterStore registerStore)
{
    private const int LongestText = 200;

    [Function("BoardSearch"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> SearchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/search")] HttpRequest request, CancellationToken cancellation)
    {
        var text = Query.Text(request, "q")?.Trim() ?? "";
        if (text.Length > LongestText) text = text[..LongestText];
        var found = await boardSearch.FindAsync(text, Caller.Of(request), cancellation);
        UnitId[] named =
        [
            .. found.Units.Select(unit => unit.ParentUnitId).OfType<UnitId>()
                .Concat(found.Officials.Select(official => official.MainPost.UnitId)).Distinct(),
        ];
        var names = (await registerStore.FindUnitsAsync(named, cancellation)).ToDictionary(unit => unit.UnitId, unit => unit.Name);
        return await pages.ShowAsync<SearchPage>(request, ("查找", "Search"), new SearchModel(
            text, [.. found.Cases.Select(CaseListPages.RowOf)],
            [.. found.Units.Select(unit => new FoundLine(
                $"/board/units/{unit.UnitId}", unit.Name, unit.ParentUnitId is { } above ? names.GetValueOrDefault(above, "") : ""))],
            [.. found.Officials.Select(official => new FoundLine(
                $"/board/officials/{official.OfficialId}", official.Name,
                $"{names.GetValueOrDefault(official.MainPost.UnitId, "")} {official.MainPost.Post}".Trim()))],
            BoardSearch.Most));
    }
}
