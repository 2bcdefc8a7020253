using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Http;

namespace Rectify.Functions.Cases;

/// <summary>The cases that a caller may see. Every route that serves one case loads it here, so that none forgets to ask whose it is.</summary>
internal sealed class VisibleCases(CaseDesk desk)
{
    /// <summary>The case; 404 when there is none of this id, 403 when it belongs to a unit for which the caller does not speak.</summary>
    public async Task<Outcome<CaseRecord>> FindAsync(string caseId, Caller caller, CancellationToken cancellation)
    {
        if (await desk.FindAsync(new CaseId(caseId), cancellation) is not { } record)
            return Problem.NotFound(CaseRequestMessages.NoCase, caseId);

        return caller.RefuseUnit(record.State.File.Opening.Unit.UnitId) is { } refusal ? refusal : record;
    }
}
