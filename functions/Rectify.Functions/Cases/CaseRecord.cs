using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Cases;

/// <summary>A case as it is at the instant it was read: what the ledger holds, and the state that follows from it by then.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Stream">Its entries in the ledger.</param>
/// <param name="Recorded">The state after the last entry.</param>
/// <param name="State">The state with everything applied that has fallen due since (see <see cref="Settlement"/>).</param>
internal sealed record CaseRecord(CaseId CaseId, IReadOnlyList<StoredEvent> Stream, CaseState Recorded, CaseState.Opened State)
{
    /// <summary>Sequence of the last entry.</summary>
    public int Version => Stream.Count;

    public static CaseRecord? Of(IReadOnlyList<StoredEvent> stream, DecisionContext context)
    {
        var recorded = Evolution.Fold(stream.Select(entry => entry.Event));
        return Settlement.Settle(recorded, context) is CaseState.Opened opened
            ? new CaseRecord(context.CaseId, stream, recorded, opened)
            : null;
    }
}
