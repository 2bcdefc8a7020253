using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Test code as the SDK runs it: its input is JSON until the code asks for it as a type.</summary>
internal sealed class Orchestrator(Func<TaskOrchestrationContext, Task<object?>> code, string? input, ILoggerFactory loggers)
    : ITaskOrchestrator
{
    public Type InputType => typeof(JsonElement?);

    public Type OutputType => typeof(object);

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? value) => code(new InputContext(context, input, loggers));
}
