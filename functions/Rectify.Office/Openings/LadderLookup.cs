using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>
/// Looks up the earlier cases that a request names: the one on a lower rung that it follows (S16), and the one that its document renews.
/// </summary>
public sealed class LadderLookup(CaseRepository caseRepository)
{
    /// <summary>Why the cases may not be named; null when they may, or when none is named.</summary>
    public async Task<Problem?> RefuseAsync(
        (CaseId? PrecededBy, CaseId? Previous) named, LadderLink link, CancellationToken cancellation) => Problem.Together(
        await RefuseLinkAsync(named.PrecededBy, link, cancellation), await RefusePreviousAsync(named.Previous, link, cancellation));

    // A case that is renewed may have ended in any way: only the unit has to be the same.
    private async Task<Problem?> RefusePreviousAsync(CaseId? previous, LadderLink link, CancellationToken cancellation)
    {
        if (previous is not { } id) return null;
        if (await caseRepository.FindAsync(id, cancellation) is not { } earlier)
            return Problem.Rule("previousCaseId", CaseRequestMessages.UnknownCase.With(id));
        return earlier.State.File.Opening.Unit.UnitId == link.Unit
            ? null
            : Problem.Rule("previousCaseId", CaseRequestMessages.PreviousOfAnotherUnit.With(link.Unit, id));
    }

    private async Task<Problem?> RefuseLinkAsync(CaseId? precededBy, LadderLink link, CancellationToken cancellation)
    {
        if (precededBy is not { } id) return null;
        if (await caseRepository.FindAsync(id, cancellation) is not { } earlier)
            return Problem.Rule("precededBy", CaseRequestMessages.UnknownCase.With(id));
        return link.Refuse(id, earlier.State) is { } refusal ? Problem.Of(refusal) : null;
    }
}
