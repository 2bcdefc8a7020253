using System.Collections.Concurrent;
using Azure;
using Rectify.Storage.Tables.Ledger;

namespace Rectify.Storage.Tables.Outbox;

/// <summary>
/// The claims of mails that this process has made, with the tags of their rows, so that a mail can be settled without reading its row
/// first.
/// </summary>
internal sealed class ClaimMemory
{
    private const int MaxMails = 20_000;

    private readonly ConcurrentDictionary<string, (MailRowState Claim, ETag Tag)> claims = new(StringComparer.Ordinal);

    /// <summary>Keeps a claim that was just made.</summary>
    public void Keep(string noticeId, MailRowState claim, ETag tag)
    {
        if (claims.Count >= MaxMails) claims.Clear();
        claims[noticeId] = (claim, tag);
    }

    /// <summary>
    /// Removes and returns the claim of a mail; null when none is known. The row may have changed since: the tag makes the next write fail
    /// then.
    /// </summary>
    public (MailRowState Claim, ETag Tag)? Take(string noticeId) => claims.TryRemove(noticeId, out var claim) ? claim : null;
}
