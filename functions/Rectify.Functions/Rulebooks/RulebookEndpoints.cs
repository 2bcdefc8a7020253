using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Rulebooks;

/// <summary>The rulebooks under which a case may be opened, with their citations.</summary>
public sealed class RulebookEndpoints(RulebookCatalog rulebookCatalog)
{
    [Function("ListRulebooks"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("The policies that a case may be opened under.", Answers = typeof(ListAnswer<Rulebook>))]
    public IActionResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks")] HttpRequest request) =>
        ListAnswer.Of(rulebookCatalog.Rulebooks);

    [Function("GetRulebook"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("A policy, with its citations.", Answers = typeof(Rulebook))]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks/{id}")] HttpRequest request,
        string id) =>
        rulebookCatalog.Find(id) is { } rulebook ? Wire.Json(rulebook) : Problem.NotFound(RulebookMessages.NoRulebook, id).ToResult();
}
