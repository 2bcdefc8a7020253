using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Looks up the case on a lower rung that a request names as the one before it (S16).</summary>
public sealed class LadderLookup(CaseRepository caseRepository)
{
    /// <summary>Why the case may not be followed; null when it may, or when none is named.</summary>
    public async Task<Problem?> RefuseAsync(CaseId? precededBy, LadderLink link, CancellationToken cancellation)
    {
        if (precededBy is not { } id) return null;
        if (await caseRepository.FindAsync(id, cancellation) is not { } earlier)
            return Problem.Rule("precededBy", CaseRequestMessages.UnknownCase.With(id));
        return link.Refuse(id, earlier.State) is { } refusal ? Problem.Of(refusal) : null;
    }
}
