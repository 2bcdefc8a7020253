using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Openings;
using Rectify.Office.Vetoes;

namespace Rectify.Functions.Vetoes;

/// <summary>一票否决 without a listing before it (V1, V3, V4).</summary>
public sealed class DirectVetoEndpoints(OpeningRequests requests, OpenDirectVeto openDirectVeto)
{
    [Function("CreateVeto"), Allows(Role.Officer)]
    [Api("Imposes or proposes a veto without a listing.", Takes = typeof(DirectVetoBody), Answers = typeof(CaseView), Statuses = [201],
        Repeatable = true)]
    public Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/vetoes")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        requests.OpenAsync<DirectVetoBody>(request, "vetoes", openDirectVeto, durable, cancellation);

    [Function("PreviewVeto"), Allows(Role.Officer)]
    [Api("What such a veto would bring. Changes nothing.", Takes = typeof(DirectVetoBody), Answers = typeof(PreviewView))]
    public Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/vetoes/preview")] HttpRequest request,
        CancellationToken cancellation) =>
        requests.PreviewAsync<DirectVetoBody, PreviewView>(request, openDirectVeto, ViewOf, cancellation);

    private static PreviewView ViewOf(PreviewedOpening opening)
    {
        var file = opening.Record.State.File;
        return new PreviewView(
            VetoView.Of(file.Veto!), [.. file.Sanctions.Select(PreviewedSanction.Of)], file.Rulebook.CopiesOf(Measure.Veto),
            file.Opening.DocumentNumber,
            file.Rulebook.Id, opening.Texts)
        {
            Grounds = GroundView.Of(file.Opening),
        };
    }

    private sealed record PreviewView(
        VetoView Veto, IReadOnlyList<PreviewedSanction> Sanctions, IReadOnlyList<string> Copies, string DocumentNumber, string RulebookId,
        IReadOnlyList<string> Warnings)
    {
        /// <summary>The grounds that were named by code; empty where none was.</summary>
        public IReadOnlyList<GroundView> Grounds { get; init; } = [];
    }
}
