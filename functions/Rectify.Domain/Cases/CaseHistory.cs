namespace Rectify.Domain.Cases;

/// <summary>The entries of a case that count, the last one first: those that were withdrawn are not among them.</summary>
/// <remarks>A class and not a record, so that two files are compared without walking through their entries.</remarks>
public sealed class CaseHistory
{
    private readonly CaseEvent last;
    private readonly CaseHistory? before;

    private CaseHistory(CaseEvent last, CaseHistory? before) => (this.last, this.before) = (last, before);

    /// <summary>The entries in the order in which they were recorded.</summary>
    public IReadOnlyList<CaseEvent> Entries
    {
        get
        {
            var entries = new List<CaseEvent>();
            for (var one = this; one is not null; one = one.before) entries.Add(one.last);
            entries.Reverse();
            return entries;
        }
    }

    internal static CaseHistory After(CaseHistory? before, CaseEvent entry) => new(entry, before);
}
