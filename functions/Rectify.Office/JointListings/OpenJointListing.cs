using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Office.Cases;
using Rectify.Office.Listings;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.JointListings;

/// <summary>
/// Lists the units of one document: a case for each, under one number, all of them or none. Problems name the unit that they are about.
/// </summary>
public sealed class OpenJointListing(OpenListing openListing, OpeningHandler handler)
{
    /// <summary>Opens the cases, once per idempotency key. The answer is that of the first of them.</summary>
    public async Task<Outcome<Opened>> OpenAsync(JointListingBody body, OpeningRequest request, CancellationToken cancellation)
    {
        // A request that is sent again gets the earlier answer, whatever the register says by now.
        if (await handler.FindAnswerAsync(request, cancellation) is { } answered) return answered;
        if (body.Refuse() is { } refusal) return refusal;

        return await handler.OpenAsync(await ResolveAsync(body, cancellation), request, cancellation);
    }

    /// <summary>What each of the listings would lead to, in the order of the request. Records nothing.</summary>
    public async Task<Outcome<IReadOnlyList<PreviewedOpening>>> PreviewAsync(JointListingBody body, CancellationToken cancellation) =>
        body.Refuse() is { } refusal ? refusal : await handler.PreviewAsync(await ResolveAsync(body, cancellation), cancellation);

    private async Task<OpeningSet> ResolveAsync(JointListingBody body, CancellationToken cancellation)
    {
        List<OpeningDraft> drafts = [];
        foreach (var unit in body.Units) drafts.Add(await openListing.ResolveAsync(body.Of(unit), cancellation));
        return new OpeningSet(
            drafts, (index, problem) => OfUnit(body.Units[index], index, problem), cases => DomainJson.Text(JointListingView.Of(cases)));
    }

    // The problem with members of one unit's listing, as one with members of the whole request.
    private static Problem OfUnit(JointUnit unit, int index, Problem problem)
    {
        var first = problem.Errors?.Keys.FirstOrDefault() ?? "";
        return problem with
        {
            Detail = Placed(problem.Detail, unit.MemberOf(first, index)),
            Errors = problem.Errors?.ToDictionary(
                error => unit.MemberOf(error.Key, index),
                error => (IReadOnlyList<Message>)[.. error.Value.Select(one => Placed(one, unit.MemberOf(error.Key, index)))]),
        };

        static Message Placed(Message message, string member) => message.Sentence == message ? message : message.Sentence.At(member);
    }
}

/// <summary>The cases that one document opened, on the wire.</summary>
/// <param name="DocumentNumber">The number that they share.</param>
/// <param name="Cases">The cases, in the order of the request; the first holds the number.</param>
public sealed record JointListingView(string DocumentNumber, IReadOnlyList<CaseView> Cases)
{
    public static JointListingView Of(IReadOnlyList<CaseView> cases) => new(cases[0].DocumentNumber, cases);
}
