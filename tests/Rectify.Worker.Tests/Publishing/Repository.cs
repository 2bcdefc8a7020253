namespace Rectify.Worker.Tests.Publishing;

/// <summary>Where the product's projects and what they were built into lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The main assembly of a project, from the build that the tests' own is part of.</summary>
    /// <param name="project">Its folder, from the root.</param>
    public static string Output(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, project, "bin", own.Parent!.Name, own.Name, $"{Path.GetFileName(project)}.dll");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rectify.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
