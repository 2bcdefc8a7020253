namespace Rectify.Office.Ledger;

/// <summary>
/// Keeps whether the ledger is known to lack entries, and writes how far it has come to a place outside the database file, which may be
/// lost.
/// </summary>
public sealed class LedgerGuard
{
    private readonly ILedgerHeadCopy? copy;
    private readonly DateTimeOffset? acceptedAt;

    /// <param name="copy">The copy of the head; null for a storage that needs none.</param>
    /// <param name="gap">What is missing; null when nothing is.</param>
    /// <param name="acceptedAt">When a person last said that the ledger goes on as it is, UTC; null for never.</param>
    public LedgerGuard(ILedgerHeadCopy? copy, LedgerGap? gap, DateTimeOffset? acceptedAt = null) =>
        (this.copy, Gap, this.acceptedAt) = (copy, gap, acceptedAt);

    /// <summary>What is missing; null when nothing is known to be.</summary>
    public LedgerGap? Gap { get; private set; }

    /// <summary>Whether the copy of the head could not be written the last time.</summary>
    public bool IsOutsideBehind => copy?.IsBehind == true;

    /// <exception cref="LedgerGapException">Entries are missing.</exception>
    public void Require()
    {
        if (Gap is { } gap) throw new LedgerGapException(gap);
    }

    /// <summary>Takes note of a gap that was found while the process runs.</summary>
    public void Report(LedgerGap? gap) => Gap ??= gap;

    /// <summary>
    /// Takes note that an orchestration knows a case which the ledger lacks: an older ledger was restored together with the copy of its
    /// head, so the head does not show the gap.
    /// </summary>
    /// <remarks>
    /// The gap is also written to the copy of the head, so that the next start knows it even if that orchestration has ended by then.
    /// </remarks>
    /// <param name="startedAt">
    /// When the orchestration started, UTC. If that was before the last acceptance, the case was accepted as missing.
    /// </param>
    public void ReportUnknownCase(DateTimeOffset startedAt)
    {
        // Without a copy of the head, as with Azure Tables, the gap is not recorded here; the caller logs it.
        if (copy is null || Gap is not null || startedAt <= acceptedAt) return;

        var found = copy.Read() ?? LedgerHead.Empty;
        Report(new LedgerGap(found.AtLeastOneMore(), found));
        copy.Raise(found.AtLeastOneMore());
    }

    /// <summary>Takes note that an append was committed.</summary>
    public void Reached(LedgerHead head) => copy?.Raise(head);
}
