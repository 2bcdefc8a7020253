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
        .. from project in Directory.GetDirectories(PathOf("functions"))
           from file in Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
           where Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
           select File.ReadAllText(file),
    ];

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");
}
