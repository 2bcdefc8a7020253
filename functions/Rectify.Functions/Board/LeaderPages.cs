using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Cases;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Office.Access;
using Rectify.Office.Cases;

namespace Rectify.Functions.Board;

/// <summary>The page of a leader: the cases that concern this person.</summary>
public sealed class LeaderPages(BoardPages pages, LeaderCases leaderCases)
{
    [Function("BoardOwnCases"), Allows(Role.Leader)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/my-cases")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<OwnCasesPage>(request, ("我的案件", "My cases"), new OwnCasesModel(
            [.. (await leaderCases.OfAsync(Caller.Of(request), cancellation)).Select(RowOf)]));

    private static LeaderCase RowOf(CaseRecord record) => new(
        record.CaseId.Value, record.State.File.Opening.DocumentNumber, record.State.File.Opening.Unit.Name, CaseStatus.Of(record.State));
}
