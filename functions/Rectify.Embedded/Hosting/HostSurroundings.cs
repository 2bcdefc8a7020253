using System.Reflection;

namespace Rectify.Embedded.Hosting;

/// <summary>Where a host runs: the classes it serves and the folders it looks into.</summary>
/// <param name="AppName">The name of the app's assembly.</param>
/// <param name="Types">The classes whose functions are served.</param>
/// <param name="CurrentFolder">Relative paths start here, and <c>local.settings.json</c> is looked for here first.</param>
/// <param name="AppFolder">The folder of the app's assembly, with <c>host.json</c>.</param>
internal sealed record HostSurroundings(
    string AppName, IReadOnlyList<Type> Types, string CurrentFolder, string AppFolder)
{
    public static HostSurroundings Of(Assembly app) => new(
        app.GetName().Name!,
        app.GetExportedTypes(),
        Environment.CurrentDirectory,
        Path.GetDirectoryName(app.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory);
}
