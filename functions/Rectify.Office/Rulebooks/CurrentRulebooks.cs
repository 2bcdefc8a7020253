using Rectify.Domain.Rulebooks;
using Rectify.Office.Settings;

namespace Rectify.Office.Rulebooks;

/// <summary>The editions that the office knows now: those that came with the program, and those that it loaded.</summary>
/// <remarks>
/// Another process may load one or put one in force, so every request and every activity that asks for a rulebook first calls
/// <see cref="RefreshAsync"/>; between two calls the value does not change.
/// </remarks>
public sealed class CurrentRulebooks(IRulebookStore store, RulebookCatalog shipped, OfficeSettings office)
{
    private OfficeRulebooks loaded = new(shipped, office, []);

    /// <summary>The editions as of the last refresh.</summary>
    public OfficeRulebooks Value => Volatile.Read(ref loaded);

    /// <summary>Reads what was recorded since the last refresh.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await store.RevisionAsync(cancellation) == Value.Revision) return;

        var read = new OfficeRulebooks(shipped, office, await store.EntriesAsync(cancellation));
        Volatile.Write(ref loaded, read);
    }
}
