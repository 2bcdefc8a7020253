namespace Rectify.Office.Ledger;

/// <summary>Knows whether the ledger is known to lack entries, and keeps how far it has come outside the file that may be lost.</summary>
public sealed class LedgerGuard
{
    private readonly ILedgerHeadCopy? copy;
    private readonly DateTimeOffset? acceptedAt;

    /// <param name="copy">Where the head is kept; null for a storage that needs none.</param>
    /// <param name="gap">What is missing; null when nothing is.</param>
    /// <param name="acceptedAt">When a person last said that the ledger goes on as it is, UTC; null for never.</param>
    public LedgerGuard(ILedgerHeadCopy? copy, LedgerGap? gap, DateTimeOffset? acceptedAt = null) =>
        (this.copy, Gap, this.acceptedAt) = (copy, gap, acceptedAt);

    /// <summary>What is missing; null when nothing is known to be.</summary>
    public LedgerGap? Gap { get; private set; }

    /// <summary>Whether what is kept outside could not be written last.</summary>
    public bool IsOutsideBehind => copy?.IsBehind == true;

    /// <exception cref="LedgerGapException">Entries are missing.</exception>
    public void Require()
    {
        if (Gap is { } gap) throw new LedgerGapException(gap);
    }

    /// <summary>Entries were found to be missing while the process runs.</summary>
    public void Report(LedgerGap? gap) => Gap ??= gap;

    /// <summary>An orchestration knows a case that the ledger lacks: it was put back together with the head that belonged to it.</summary>
    /// <remarks>Kept outside too, so that the next start knows it although that orchestration has ended by then.</remarks>
    /// <param name="startedAt">When the orchestration started, UTC: what is older than an acceptance was accepted as missing.</param>
    public void ReportUnknownCase(DateTimeOffset startedAt)
    {
        // Azure Tables keep no head outside; there it is only logged.
        if (copy is null || Gap is not null || startedAt <= acceptedAt) return;

        var found = copy.Read() ?? LedgerHead.Empty;
        Report(new LedgerGap(found.AtLeastOneMore(), found));
        copy.Raise(found.AtLeastOneMore());
    }

    /// <summary>An append was committed.</summary>
    public void Reached(LedgerHead head) => copy?.Raise(head);
}
