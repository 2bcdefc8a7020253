using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Audit;
using Rectify.Office.Consultations;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Functions.Consultations;

/// <summary>What a reply rests on, for a check without this office.</summary>
public sealed class AnnexEndpoints(VisibleConsultations visible, ILedger ledger)
{
    [Function("GetConsultationAnnex"), Allows(Role.Consulting, Role.Officer, Role.Auditor)]
    [Api("The annex of a reply: what it says, the chains it rests on, and the root of the ledger at its moment.",
        Answers = typeof(ReplyAnnex))]
    public async Task<IActionResult> AnnexAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations/{consultationId}/annex")] HttpRequest request,
        string consultationId, CancellationToken cancellation) =>
        (await FindAsync(request, consultationId, cancellation)).Try(out var annex, out var problem)
            ? ToResult(request, annex)
            : problem.ToResult();

    [Function("GetConsultationEntries"), Allows(Role.Officer, Role.Auditor)]
    [Api("The entries of the ledger that a reply rests on, one on each line, as in the export.", AnswersMedia = ["application/x-ndjson"])]
    public async Task<IActionResult> EntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consultations/{consultationId}/entries")] HttpRequest request,
        string consultationId, CancellationToken cancellation)
    {
        if (!(await FindAsync(request, consultationId, cancellation)).Try(out var annex, out var problem)) return problem.ToResult();

        var text = new StringBuilder();
        foreach (var chain in annex.Chains)
        {
            foreach (var entry in (await ledger.LoadAsync(chain.CaseId, cancellation)).Take(chain.Entries.Count))
                text.Append(EntryLine.Of(entry)).Append('\n');
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new FileContentResult(Encoding.UTF8.GetBytes(text.ToString()), "application/x-ndjson; charset=utf-8")
        {
            FileDownloadName = $"entries-{annex.ConsultationId}.jsonl",
        };
    }

    /// <summary>The annex as a file, byte by byte as the printed reply states its hash.</summary>
    internal static IActionResult ToResult(HttpRequest request, ReplyAnnex annex)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return new FileContentResult(Encoding.UTF8.GetBytes(annex.Text), Wire.JsonMedia)
        {
            FileDownloadName = $"annex-{annex.ConsultationId}.json",
        };
    }

    private async Task<Outcome<ReplyAnnex>> FindAsync(HttpRequest request, string consultationId, CancellationToken cancellation)
    {
        if (!(await visible.FindAsync(consultationId, Caller.Of(request.HttpContext), cancellation)).Try(out var reply, out var problem))
            return problem;
        return ReplyAnnex.Of(reply) is { } annex ? annex : Problem.NotFound(ConsultationMessages.NoAnnex, reply.Number.Text);
    }
}
