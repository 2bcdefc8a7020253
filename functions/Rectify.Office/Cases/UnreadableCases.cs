using System.Collections.Concurrent;
using Rectify.Domain.Identity;

namespace Rectify.Office.Cases;

/// <summary>The cases that this process could not read, for the health check and the board.</summary>
/// <remarks>
/// The reconcile timer reads every open case every hour, in whichever instance it runs, and records those that it cannot read; the health
/// check reads these again. Everything else that reads a case adds to the list.
/// </remarks>
public sealed class UnreadableCases
{
    private readonly ConcurrentDictionary<CaseId, UnreadableCase> known = new();

    /// <summary>All of them, in the order of their ids.</summary>
    public IReadOnlyList<UnreadableCase> All => [.. known.Values.OrderBy(one => one.CaseId.Value, StringComparer.Ordinal)];

    /// <summary>What is wrong with a case; null when nothing is known to be.</summary>
    public UnreadableCase? Find(CaseId caseId) => known.GetValueOrDefault(caseId);

    /// <summary>Notes the result of a reading, and returns it.</summary>
    public CaseReading? Noted(CaseId caseId, CaseReading? reading)
    {
        if (reading is CaseReading.Unreadable(var unreadable)) known[caseId] = unreadable;
        else if (!known.IsEmpty) known.TryRemove(caseId, out _);
        return reading;
    }
}
