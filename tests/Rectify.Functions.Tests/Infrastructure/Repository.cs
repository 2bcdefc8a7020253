using System.Runtime.CompilerServices;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>The files of this repository, as they lie beside the tests' source.</summary>
internal static class Repository
{
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root(), relative));

    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The C# source of the app and of its host.</summary>
    public static IReadOnlyList<string> Sources() =>
    [
        .. Files("functions", "*.cs").Select(File.ReadAllText),
    ];

    /// <summary>The files of the projects in a folder that somebody has written.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        from project in Directory.GetDirectories(PathOf(folder))
        from file in Directory.GetFiles(project, pattern, SearchOption.AllDirectories)
        where !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
        select file;

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");
}
