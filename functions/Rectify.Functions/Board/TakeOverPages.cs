using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Office.Access;

namespace Rectify.Functions.Board;

/// <summary>The page to take over the ledger that the office has kept until now.</summary>
public sealed class TakeOverPages(TakeOverForm form)
{
    [Function("BoardTakeOver"), Allows(Role.Officer)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/take-over")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        form.RunAsync(request, durable, cancellation);
}
