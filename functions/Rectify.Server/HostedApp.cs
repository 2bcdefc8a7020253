using System.Reflection;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Rectify.Server.Functions;

namespace Rectify.Server;

/// <summary>A compiled function app, and the folders it runs with.</summary>
/// <param name="Name">The name of the app's assembly.</param>
/// <param name="Functions">The provider of the metadata of its functions.</param>
/// <param name="CurrentFolder">The folder for relative paths; <c>local.settings.json</c> is looked for here first.</param>
/// <param name="Folder">The folder of the app's assembly, with <c>host.json</c>.</param>
internal sealed record HostedApp(string Name, IFunctionMetadataProvider Functions, string CurrentFolder, string Folder)
{
    /// <summary>Names of timer functions that run at every start of the server as well.</summary>
    public IReadOnlyList<string> AtStart { get; init; } = [];

    public static HostedApp Of(Assembly app) => new(
        app.GetName().Name!,
        GeneratedFunctions.Of(app),
        Environment.CurrentDirectory,
        Path.GetDirectoryName(app.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory);
}
