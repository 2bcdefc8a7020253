using Rectify.Domain;

namespace Rectify.Office.Journals;

/// <summary>A journal as far as this process has read it: each look reads only what was added since the last one.</summary>
/// <typeparam name="T">What an entry says.</typeparam>
public sealed class JournalMemory<T>(IJournalStore store, Journal journal)
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim turn = new(1);
    private IReadOnlyList<(JournalEntry Entry, T Said)> known = [];

    /// <summary>Every entry up to now, in order.</summary>
    public async Task<IReadOnlyList<(JournalEntry Entry, T Said)>> AllAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var more = await store.ReadAsync(journal, known is [.., var last] ? last.Entry.Place : 0, PageSize, cancellation);
                if (more.Count > 0) known = [.. known, .. more.Select(entry => (entry, DomainJson.Read<T>(entry.Text)))];
                if (more.Count < PageSize) return known;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Appends what is decided from the entries up to now; decides again when another writer was first. Null when nothing is to be
    /// appended.
    /// </summary>
    public async Task<T?> AppendAsync(
        Func<IReadOnlyList<(JournalEntry Entry, T Said)>, (string Key, T Says)?> decide, CancellationToken cancellation)
    {
        while (true)
        {
            var all = await AllAsync(cancellation);
            if (decide(all) is not { } decided) return default;
            var entry = new JournalText(decided.Key, DomainJson.Text(decided.Says));
            if (await store.TryAppendAsync(journal, all is [.., var last] ? last.Entry.Place : 0, [entry], cancellation))
                return decided.Says;
        }
    }
}
