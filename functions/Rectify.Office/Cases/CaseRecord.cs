using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>A case as it is at the instant it was read: what the ledger holds, and the state that follows from it by then.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Stream">Its entries in the ledger.</param>
/// <param name="Recorded">The state after the last entry.</param>
/// <param name="State">The state with everything applied that has fallen due since (see <see cref="Settlement"/>).</param>
public sealed record CaseRecord(CaseId CaseId, IReadOnlyList<StoredEvent> Stream, CaseState Recorded, CaseState.Opened State)
{
    /// <summary>Sequence of the last entry.</summary>
    public int Version => Stream.Count;

    /// <summary>What has fallen due since the last entry and is not recorded yet.</summary>
    public IReadOnlyList<CaseEvent> FallenDue { get; init; } = [];

    /// <summary>Who holds office in the unit, where the rulebook asks for it.</summary>
    public OfficeHolders InOffice { get; init; } = OfficeHolders.None;

    /// <summary>The case that these entries make; null when there are none.</summary>
    /// <exception cref="UnreadableCaseException">This version cannot read the entries.</exception>
    public static CaseRecord? Of(IReadOnlyList<StoredEvent> stream, DecisionContext context) =>
        CaseReading.Required(CaseReading.Of(new CaseStream(stream, 0), context));
}
