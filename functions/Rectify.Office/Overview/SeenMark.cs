using Rectify.Domain.Identity;

namespace Rectify.Office.Overview;

/// <summary>How far a person has looked at the changes of cases.</summary>
/// <remarks>
/// An entry is dated before it is stored, so that one may appear on the page after another with a later instant. The entries of the last
/// minute are therefore marked one by one, and only what is older is marked by the instant alone.
/// </remarks>
/// <param name="Until">The instant at which the page was made that the person has looked at, UTC.</param>
/// <param name="Latest">The entries on that page that were younger than a minute, each as case and sequence.</param>
public sealed record SeenMark(DateTimeOffset Until, IReadOnlyList<string> Latest)
{
    /// <summary>How many entries are marked one by one at most.</summary>
    public const int MostLatest = 400;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Entries before this instant are seen.</summary>
    public DateTimeOffset From => Until - Window;

    /// <summary>The mark of a person who has never set one: everything before an instant counts as seen.</summary>
    public static SeenMark Before(DateTimeOffset instant) => new(instant + Window, []);

    /// <summary>An entry as marks name it.</summary>
    public static string NameOf(CaseId caseId, int sequence) => $"{caseId}/{sequence}";

    /// <summary>Whether the person has seen an entry.</summary>
    public bool Covers(CaseId caseId, int sequence, DateTimeOffset at) => at < From || Latest.Contains(NameOf(caseId, sequence));

    /// <summary>
    /// Both marks together: what either has seen is seen, so that an older window never takes back what a newer one marked.
    /// </summary>
    public SeenMark With(SeenMark other)
    {
        var (older, newer) = Until <= other.Until ? (this, other) : (other, this);
        return newer.Until - older.Until >= Window
            ? newer
            : newer with { Latest = [.. newer.Latest.Union(older.Latest).Take(MostLatest)] };
    }
}
