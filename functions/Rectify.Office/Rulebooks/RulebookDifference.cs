using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Rulebooks;

/// <summary>A value in which two rulebooks differ.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Label">The words for the path.</param>
/// <param name="Before">The value in the first; null where that one has no such value.</param>
/// <param name="After">The value in the second; null where that one has no such value.</param>
public sealed record RulebookDifference(string Path, Bilingual Label, Bilingual? Before, Bilingual? After)
{
    /// <summary>Every value in which the second differs from the first, in the order of the members; the ids do not count.</summary>
    /// <remarks>Of a rule that only one of the two has, the members that it leaves out are not named.</remarks>
    public static IReadOnlyList<RulebookDifference> Between(Rulebook before, Rulebook after)
    {
        var (old, @new) = (RulebookLine.Of(before), RulebookLine.Of(after));
        var (oldByPath, newByPath) = (old.ToDictionary(line => line.Path), @new.ToDictionary(line => line.Path));

        // A value that only the first has stands where its place is in the first, after the value before it.
        List<string> paths = [.. @new.Select(line => line.Path)];
        foreach (var (index, line) in old.Index().Where(one => !newByPath.ContainsKey(one.Item.Path)))
            paths.Insert(index == 0 ? 0 : paths.IndexOf(old[index - 1].Path) + 1, line.Path);
        return
        [
            .. from path in paths
               where path != "id"
               let was = oldByPath.GetValueOrDefault(path)
               let now = newByPath.GetValueOrDefault(path)
               where was?.Json != now?.Json && (was, now) is not (({ IsLeftOut: true }, null) or (null, { IsLeftOut: true }))
               select new RulebookDifference(path, (now ?? was!).Label, was?.Value, now?.Value),
        ];
    }
}
