using System.Collections.Concurrent;
using Azure;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Storage.Tables.Service;

/// <summary>What this process remembers of cases it has read or written lately, to save reads.</summary>
/// <remarks>
/// A wrong memory does no harm. The hash of an event never changes; whether that event is still the last one, the next insert finds out,
/// and all else a conditional write checks. A forgotten case costs a read.
/// </remarks>
public sealed class CaseMemory
{
    private const int MaxCases = 2_000;
    private const int MaxMails = 20_000;

    private readonly ConcurrentDictionary<OutboxOwner, KnownCase> cases = new();
    private readonly ConcurrentDictionary<string, OutboxOwner> mails = new(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, int> leastCases = new Dictionary<string, int>();

    /// <summary>
    /// The number of cases that concerned a subject when index and cases were last compared, and so the least the index must name; 0 before
    /// the first comparison.
    /// </summary>
    public int LeastCasesOf(string subject) => leastCases.GetValueOrDefault(subject);

    /// <summary>Keeps the number of cases of each subject, counted from every case.</summary>
    public void KeepCasesOf(IReadOnlyDictionary<string, int> found) => leastCases = found;

    public KnownCase? Find(OutboxOwner owner) => cases.GetValueOrDefault(owner);

    public void Keep(OutboxOwner owner, KnownCase known)
    {
        if (cases.Count >= MaxCases) cases.Clear();
        cases[owner] = known;
    }

    public void Forget(CaseId caseId) => cases.TryRemove(caseId, out _);

    public OutboxOwner? OwnerOfMail(string noticeId) => mails.TryGetValue(noticeId, out var owner) ? owner : null;

    public void KeepMail(string noticeId, OutboxOwner owner)
    {
        if (mails.Count >= MaxMails) mails.Clear();
        mails[noticeId] = owner;
    }
}

/// <summary>A case as it was after an append.</summary>
/// <param name="Opened">Place in the order of opening.</param>
/// <param name="UnitId">The case's unit.</param>
/// <param name="Version">The sequence of the last event.</param>
/// <param name="LastHash">The hash of the last event.</param>
/// <param name="IndexTag">
/// The tag of the case's index row as this process last wrote it; null when it has not written this state of the row.
/// </param>
/// <param name="Unsent">The ids of the mails that are unsent; null when this process has not looked since the last append.</param>
public sealed record KnownCase(
    long Opened, UnitId UnitId, int Version, string LastHash, ETag? IndexTag = null, IReadOnlySet<string>? Unsent = null);
