using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Cases;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Listings;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.JointListings;

namespace Rectify.Functions.JointListings;

/// <summary>挂牌督办: one document that lists several units, each with a case of its own.</summary>
public sealed class JointListingEndpoints(OpeningRequests requests, OpenJointListing openJointListing, CurrentCalendar calendar)
{
    [Function("CreateJointListing"), Allows(Role.Officer)]
    [Api("Places several units under supervised listing by one document: all of them or none.", Takes = typeof(JointListingBody),
        Answers = typeof(JointListingView), Statuses = [201], Repeatable = true)]
    public Task<IActionResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/joint-listings")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        requests.OpenAsync<JointListingBody>(request, "joint-listings", openJointListing.OpenAsync, durable, cancellation);

    [Function("PreviewJointListing"), Allows(Role.Officer)]
    [Api("What such listings would bring, one by one. Changes nothing.", Takes = typeof(JointListingBody),
        Answers = typeof(JointPreviewView))]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/joint-listings/preview")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<JointListingBody>(request)).Try(out var body, out var problem)) return problem.ToResult();
        return (await openJointListing.PreviewAsync(body.Value, cancellation)).Try(out var previews, out problem)
            ? Wire.Json(new JointPreviewView(
                previews[0].Record.State.File.Opening.DocumentNumber,
                [.. previews.Select(opening => new UnitPreviewView(
                    opening.Record.State.File.Opening.Unit, ListingPreviewView.Of(opening, calendar.Value)))]))
            : problem.ToResult();
    }

    private sealed record JointPreviewView(string DocumentNumber, IReadOnlyList<UnitPreviewView> Units);

    private sealed record UnitPreviewView(ListedUnit Unit, ListingPreviewView Listing);
}
