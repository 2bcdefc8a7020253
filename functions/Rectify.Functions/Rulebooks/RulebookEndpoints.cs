using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Rulebooks;

/// <summary>The rulebooks that the office knows, with their citations.</summary>
public sealed class RulebookEndpoints(CurrentRulebooks rulebooks, RulebookHandler rulebookHandler)
{
    [Function("ListRulebooks"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("The policies that the office knows: which is in force, since when and until when.",
        Answers = typeof(ListAnswer<RulebookEditionView>))]
    public IActionResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks")] HttpRequest request) =>
        ListAnswer.Of<RulebookEditionView>([.. rulebooks.Value.All.Select(rulebookHandler.ViewOf)]);

    [Function("GetRulebook"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("A policy, with its citations.", Answers = typeof(Rulebook))]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks/{id}")] HttpRequest request,
        string id) => rulebooks.Value.Find(id) switch
        {
            null => Missing(id),
            { Rulebook: { } rulebook } => Wire.Entry(request, rulebook),
            var unreadable => RulebookHandler.Unreadable(unreadable).ToResult(),
        };

    [Function("GetRulebookText"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("The text of a policy, as it was uploaded.", AnswersMedia = ["text/plain"])]
    public IActionResult Text([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks/{id}/text")] HttpRequest request,
        string id)
    {
        if (rulebooks.Value.Find(id) is not { } edition) return Missing(id);
        request.HttpContext.Response.Headers.ETag = $"\"{edition.TextHash}\"";
        return new FileContentResult(Encoding.UTF8.GetBytes(edition.Text), "text/plain; charset=utf-8");
    }

    [Function("CompareRulebooks"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("What is different in a policy, and which open cases keep theirs.", Answers = typeof(RulebookComparisonView))]
    [ApiQuery("with", typeof(string), "The id of the other policy; the one in force today when it is absent.")]
    public async Task<IActionResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebooks/{id}/comparison")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (rulebooks.Value.Find(id) is not { } edition) return Missing(id);
        var compared = await rulebookHandler.CompareAsync(edition, Query.Text(request, "with"), cancellation);
        return compared.Try(out var comparison, out var problem) ? Wire.Json(comparison) : problem.ToResult();
    }

    [Function("GetRulebookSchema"), Allows(Role.Reader, Role.Officer, Role.Auditor)]
    [Api("The JSON Schema of rulebook files.", AnswersMedia = ["application/schema+json"])]
    public IActionResult Schema([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebook-schema")] HttpRequest request) =>
        new ContentResult
        {
            StatusCode = StatusCodes.Status200OK,
            ContentType = "application/schema+json; charset=utf-8",
            Content = Wire.Json(RulebookSchema.Create(RulebookWords.Of)).Content,
        };

    private static IActionResult Missing(string id) => Problem.NotFound(RulebookChangeMessages.NoRulebook, id).ToResult();
}
