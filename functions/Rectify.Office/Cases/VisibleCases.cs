using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Office.Cases;

/// <summary>
/// The cases that a caller may see. Every route that serves one case loads it here, so that none omits the check of the caller's unit.
/// </summary>
public sealed class VisibleCases(CaseRepository caseRepository, LeaderCases leaderCases)
{
    /// <summary>The case; 404 when there is none of this id, 403 when it belongs to a unit for which the caller does not speak.</summary>
    /// <remarks>For a leader every case that is not the leader's own looks like none.</remarks>
    public async Task<Outcome<CaseRecord>> FindAsync(string caseId, Caller caller, CancellationToken cancellation)
    {
        if (await caseRepository.FindAsync(new CaseId(caseId), cancellation) is not { } record)
            return Problem.NotFound(CaseRequestMessages.NoCase, caseId);
        if (caller.Role == Role.Leader)
        {
            return await leaderCases.IncludeAsync(record, caller, cancellation)
                ? record
                : Problem.NotFound(CaseRequestMessages.NoCase, caseId);
        }

        return caller.RefuseUnit(record.State.File.Opening.Unit.UnitId) is { } refusal ? refusal : record;
    }
}
