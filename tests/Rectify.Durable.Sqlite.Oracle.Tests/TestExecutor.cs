using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Where these tests run orchestrators: in Durable Task's own executor.</summary>
internal static class TestExecutor
{
    public static IOrchestrationExecutor? For(
        IFunctionCatalog catalog, string? defaultVersion, ILoggerFactory loggers, IExceptionPropertiesProvider? properties) =>
        new CoreExecutor(catalog, defaultVersion, loggers, properties);
}
