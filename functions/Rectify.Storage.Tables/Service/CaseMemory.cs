using System.Collections.Concurrent;
using Azure;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Storage.Tables.Service;

/// <summary>What this process has seen of cases lately and need not ask again.</summary>
/// <remarks>
/// Only what never changes is remembered as truth: an event that was the last of an append has its hash for ever, and whether it is
/// still the last is found out by the insert after it. All else is a hint that a conditional write checks. Forgetting costs a read.
/// </remarks>
public sealed class CaseMemory
{
    private const int MaxCases = 2_000;
    private const int MaxMails = 20_000;

    private readonly ConcurrentDictionary<OutboxOwner, KnownCase> cases = new();
    private readonly ConcurrentDictionary<string, OutboxOwner> mails = new(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, int> leastCases = new Dictionary<string, int>();

    /// <summary>How many cases name a subject at least, by the cases themselves; 0 before they were compared.</summary>
    public int LeastCasesOf(string subject) => leastCases.GetValueOrDefault(subject);

    /// <summary>Keeps what a look at every case has found.</summary>
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

/// <summary>A case as of an append.</summary>
/// <param name="Opened">Place in the order of opening.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="Version">Sequence of the last event of an append.</param>
/// <param name="LastHash">Its hash.</param>
/// <param name="IndexTag">Tag of the index row as this process wrote it last; null when another state of it was read or none.</param>
/// <param name="Unsent">Mails that this process knows to be unsent; null when it has not looked since the last append.</param>
public sealed record KnownCase(
    long Opened, UnitId UnitId, int Version, string LastHash, ETag? IndexTag = null, IReadOnlySet<string>? Unsent = null);
