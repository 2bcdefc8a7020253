using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite;
using Rectify.Worker.Tests.Hosting;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Worker.Tests.Durable;

/// <summary>Our engine, with its store and its dispatcher, whose code runs in the worker.</summary>
internal static class WorkerEngine
{
    public static DurableEngine Create(string file, IOrchestrationExecutor orchestrations, Workers workers, TimeProvider time)
    {
        var options = new EngineOptions
        {
            DatabasePath = file,

            // No test cuts the power.
            SynchronousFull = false,

            // As the app's host.json has it.
            DefaultVersion = "1.0",
            VersionMatch = VersionMatchStrategy.CurrentOrOlder,
            Executor = orchestrations,
        };
        return new DurableEngine(options, new WorkerActivities(workers), JsonDataConverter.Default, time, NullLoggerFactory.Instance);
    }
}
