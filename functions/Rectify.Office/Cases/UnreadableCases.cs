using System.Collections.Concurrent;
using Rectify.Domain.Identity;

namespace Rectify.Office.Cases;

/// <summary>The cases that this process has tried in vain to read, for whoever answers for the installation.</summary>
/// <remarks>
/// Reconcile reads every open case when the process starts and every hour; whoever reads one meanwhile adds what he finds.
/// </remarks>
public sealed class UnreadableCases
{
    private readonly ConcurrentDictionary<CaseId, UnreadableCase> known = new();

    /// <summary>All of them, in the order of their ids.</summary>
    public IReadOnlyList<UnreadableCase> All => [.. known.Values.OrderBy(one => one.CaseId.Value, StringComparer.Ordinal)];

    /// <summary>What is wrong with a case; null when nothing is known to be.</summary>
    public UnreadableCase? Find(CaseId caseId) => known.GetValueOrDefault(caseId);

    /// <summary>Notes how a reading ended, and hands it on.</summary>
    public CaseReading? Noted(CaseId caseId, CaseReading? reading)
    {
        if (reading is CaseReading.Unreadable(var unreadable)) known[caseId] = unreadable;
        else if (!known.IsEmpty) known.TryRemove(caseId, out _);
        return reading;
    }
}
