using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server.Functions;
using Rectify.Server.Invocation;

namespace Rectify.Server.Durable;

/// <summary>The app's orchestrators and activities, in the form in which the engine calls them.</summary>
internal sealed class FunctionCatalog : IFunctionCatalog
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<string?>>> activities =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly InvocationPipeline pipeline;
    private readonly IServiceScopeFactory scopes;
    private readonly DataConverter converter;

    public FunctionCatalog(
        IEnumerable<FunctionDescriptor> functions, InvocationPipeline pipeline, IServiceScopeFactory scopes, DataConverter converter)
    {
        this.pipeline = pipeline;
        this.scopes = scopes;
        this.converter = converter;

        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case Trigger.Orchestration orchestration:
                    orchestrators.Add(orchestration.Name, context => RunAsync(function, context, CancellationToken.None));
                    break;
                case Trigger.Activity activity:
                    activities.Add(activity.Name, (call, cancellation) => CallAsync(function, activity.Input, call, cancellation));
                    break;
            }
        }
    }

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) =>
        name.Name is { } text ? orchestrators.GetValueOrDefault(text) : null;

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) =>
        name.Name is { } text ? activities.GetValueOrDefault(text) : null;

    private async Task<string?> CallAsync(FunctionDescriptor function, Type input, ActivityCall call, CancellationToken cancellation)
    {
        var value = converter.Deserialize(call.Input, input);
        if (value is null && input.IsValueType)
        {
            // Without an input, the parameter gets the default value of its type.
            value = Activator.CreateInstance(input);
        }

        return converter.Serialize(await RunAsync(function, value, cancellation));
    }

    /// <remarks>
    /// When the engine drops an orchestrator that waits, its service scope is never disposed. The class of an orchestrator must therefore
    /// not depend on services that need disposing.
    /// </remarks>
    private async Task<object?> RunAsync(FunctionDescriptor function, object? startedBy, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await pipeline.RunAsync(function, startedBy, scope.ServiceProvider, cancellation);
    }
}
