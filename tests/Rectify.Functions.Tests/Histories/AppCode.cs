using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server;

namespace Rectify.Functions.Tests.Histories;

/// <summary>Today's orchestrators, as the host calls them, without a host that runs.</summary>
public sealed class AppCode : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("rectify-histories-");
    private FunctionsHost host = null!;

    public IFunctionCatalog Catalog => host.Services.GetRequiredService<IFunctionCatalog>();

    /// <summary>Names of the orchestrator functions, read from the code itself.</summary>
    public static IReadOnlyList<string> Orchestrators { get; } =
    [
        .. from type in typeof(RectifyApp).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
           where method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute)))
           select method.GetCustomAttribute<FunctionAttribute>()!.Name,
    ];

    /// <summary>The first difference between a recorded history and the code of a catalog; null when there is none.</summary>
    public string? Difference(string json, IFunctionCatalog catalog) =>
        RecordedHistory.FindDifference(json, catalog, host.Services.GetRequiredService<DataConverter>());

    public async ValueTask InitializeAsync() => host = await OfficeServer
        .CreateBuilder(ServerOptions.None with { Data = directory.FullName, Urls = "http://127.0.0.1:0" }).BuildAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        directory.Delete(recursive: true);
    }
}
