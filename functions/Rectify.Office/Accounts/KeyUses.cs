using System.Collections.Concurrent;
using Rectify.Domain;
using Rectify.Office.Access;

namespace Rectify.Office.Accounts;

/// <summary>Notes the last day on which each key of a system was used: in the storage at most once a day and process.</summary>
public sealed class KeyUses(IAccessStore store, CurrentAccounts current)
{
    private readonly ConcurrentDictionary<string, DateOnly> noted = new(StringComparer.Ordinal);

    /// <summary>Notes that a key is used today.</summary>
    public async Task NoteAsync(AccountKey key, CancellationToken cancellation)
    {
        var today = current.Today;
        if (noted.TryGetValue(key.Sha256, out var day) && day >= today) return;

        noted[key.Sha256] = today;
        var row = new AccessRow(AccessRowKind.KeyUse, key.Sha256, DomainJson.Text(today), null);
        var standing = await store.AddAsync(row, cancellation);

        // When another process writes in between, it writes the same day.
        if (DomainJson.Read<DateOnly>(standing.Value) < today) await store.TryReplaceAsync(standing, row, cancellation);
    }

    /// <summary>The last day on which each key was used, by the hash of the key.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> AllAsync(CancellationToken cancellation) =>
        (await store.ListAsync(AccessRowKind.KeyUse, cancellation)).ToDictionary(
            row => row.Key, row => DomainJson.Read<DateOnly>(row.Value), StringComparer.Ordinal);
}
