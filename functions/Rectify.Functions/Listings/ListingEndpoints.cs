using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Listings;

namespace Rectify.Functions.Listings;

/// <summary>挂牌督办: placing a unit under supervised listing.</summary>
public sealed class ListingEndpoints(OpeningRequests requests, OpenListing openListing, CurrentCalendar calendar)
{
    [Function("CreateListing"), Allows(Role.Officer)]
    [Api("Places a unit under supervised listing.", Takes = typeof(ListingBody), Answers = typeof(CaseView), Statuses = [201],
        Repeatable = true)]
    public Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        requests.OpenAsync<ListingBody>(request, "listings", openListing, durable, cancellation);

    [Function("PreviewListing"), Allows(Role.Officer)]
    [Api("What such a listing would bring. Changes nothing.", Takes = typeof(ListingBody), Answers = typeof(ListingPreviewView))]
    public Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/listings/preview")] HttpRequest request,
        CancellationToken cancellation) =>
        requests.PreviewAsync<ListingBody, ListingPreviewView>(
            request, openListing, opening => ListingPreviewView.Of(opening, calendar.Value), cancellation);
}
