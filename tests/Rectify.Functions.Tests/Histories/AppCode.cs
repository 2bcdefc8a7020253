using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Embedded.Engine;

namespace Rectify.Functions.Tests.Histories;

/// <summary>Today's orchestrators, as the host calls them, without a host that runs.</summary>
public sealed class AppCode : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("rectify-histories-");
    private readonly IHost host;

    public AppCode() => host = RectifyApp.CreateBuilder(["--data", directory.FullName, "--urls", "http://127.0.0.1:0"]).Build();

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

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        directory.Delete(recursive: true);
    }
}
