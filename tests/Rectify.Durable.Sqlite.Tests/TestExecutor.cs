using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Where these tests run orchestrators: in the engine. The oracle's project has another file in the place of this one.</summary>
internal static class TestExecutor
{
    public static IOrchestrationExecutor? For(
        IFunctionCatalog catalog, string? defaultVersion, ILoggerFactory loggers, IExceptionPropertiesProvider? properties) => null;
}
