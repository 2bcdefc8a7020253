using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Openings;
using Rectify.Office.Access;
using Rectify.Office.Admonitions;
using Rectify.Office.Listings;
using Rectify.Office.Vetoes;

namespace Rectify.Functions.Board;

/// <summary>The pages that open a case.</summary>
public sealed class OpeningPages(
    OpeningForms forms, JointListingForms jointForms, OpenListing openListing, OpenAdmonition openAdmonition, OpenDirectVeto openDirectVeto)
{
    /// <summary>挂牌督办.</summary>
    [Function("BoardNewListing"), Allows(Role.Officer)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/listings/new")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, OpeningForm.Listing(openListing), durable, cancellation);

    /// <summary>挂牌督办 by one document that lists several units.</summary>
    [Function("BoardNewJointListing"), Allows(Role.Officer)]
    public Task<IActionResult> ListTogetherAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/joint-listings/new")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        jointForms.RunAsync(request, durable, cancellation);

    /// <summary>通报、约谈.</summary>
    [Function("BoardNewAdmonition"), Allows(Role.Officer)]
    public Task<IActionResult> AdmonishAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/admonitions/new")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, OpeningForm.Admonition(openAdmonition), durable, cancellation);

    /// <summary>一票否决 without a listing.</summary>
    [Function("BoardNewVeto"), Allows(Role.Officer)]
    public Task<IActionResult> VetoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/vetoes/new")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        forms.RunAsync(request, OpeningForm.DirectVeto(openDirectVeto), durable, cancellation);
}
