using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Rectify.Architecture.Tests;

/// <summary>The projects under <c>functions</c>, as their files and their assemblies say.</summary>
internal static class Layers
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>What each project may refer to: the layers of docs/decisions/0037, from the lowest up.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        ["Azure.Communication.Email"] = [],
        ["Rectify.Domain"] = [],
        ["Rectify.Durable.Sqlite"] = [],
        ["Rectify.Mail.Acs"] = ["Azure.Communication.Email"],
        ["Rectify.Office"] = ["Rectify.Domain"],
        ["Rectify.Storage.Sqlite"] = ["Rectify.Office"],
        ["Rectify.Storage.Tables"] = ["Rectify.Office"],
        ["Rectify.Mail"] = ["Rectify.Office"],
        ["Rectify.Board"] = ["Rectify.Office"],
        ["Rectify.Functions"] =
            ["Rectify.Board", "Rectify.Mail", "Rectify.Mail.Acs", "Rectify.Office", "Rectify.Storage.Sqlite", "Rectify.Storage.Tables"],
        ["Rectify.Server"] = ["Rectify.Durable.Sqlite", "Rectify.Functions"],
    };

    /// <summary>Our assemblies, read once.</summary>
    public static ArchUnitNET.Domain.Architecture Code { get; } = new ArchLoader()
        .LoadFilteredDirectory(AppContext.BaseDirectory, "Rectify.*.dll")
        .Build();

    /// <summary>The types of a project that people wrote.</summary>
    public static IEnumerable<IType> TypesOf(string project) => Code.Types.Where(type =>
        type.Assembly.Name.Split(',')[0] == project && type.Namespace.FullName.StartsWith("Rectify", StringComparison.Ordinal));

    /// <summary>The projects to which a project's own file refers.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. from reference in XDocument.Load(Path.Combine(Root, "functions", project, $"{project}.csproj")).Descendants("ProjectReference")
           select Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value),
    ];

    /// <summary>Every source file below a folder that is kept in the repository.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rectify.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
