using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;

namespace Rectify.Architecture.Tests;

/// <summary>Which folders of a project refer to which, by the types in them. What stands below a folder belongs to it.</summary>
internal static class FolderGraph
{
    /// <summary>Each folder with those to which it refers, and one reference of each as the witness.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(string project) => (
        from type in Layers.TypesOf(project)
        let folder = FolderOf(project, type)
        where folder is not null
        from used in type.GetTypeDependencies()
        let to = FolderOf(project, used)
        where to is not null && to != folder
        group $"{type.Name} uses {used.Name}" by (folder, to) into edge
        group (To: edge.Key.to!, Witness: edge.Order(StringComparer.Ordinal).First()) by edge.Key.folder!)
        .ToDictionary(from => from.Key,
            from => (IReadOnlyDictionary<string, string>)from.ToDictionary(edge => edge.To, edge => edge.Witness));

    /// <summary>The edges that lie on a cycle, each with its witness.</summary>
    public static IReadOnlyList<string> CyclesIn(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> edges) =>
    [
        .. from folder in edges.Keys.Order(StringComparer.Ordinal)
           from edge in edges[folder].OrderBy(edge => edge.Key, StringComparer.Ordinal)
           where ReachableFrom(edge.Key, edges).Contains(folder)
           select $"{folder} → {edge.Key}: {edge.Value}",
    ];

    private static HashSet<string> ReachableFrom(string start, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> edges)
    {
        HashSet<string> seen = [start];
        Stack<string> open = new(seen);
        while (open.TryPop(out var folder))
        {
            if (!edges.TryGetValue(folder, out var next)) continue;
            foreach (var to in next.Keys.Where(seen.Add)) open.Push(to);
        }

        return seen;
    }

    // The first part behind the project's own name; null for what stands in the project's own folder.
    private static string? FolderOf(string project, IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith($"{project}.", StringComparison.Ordinal)
            ? name[(project.Length + 1)..].Split('.')[0]
            : null;
}
