using Microsoft.DurableTask;
using Rectify.Durable.Sqlite;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Durable;

/// <summary>Lets the engine call activities in the worker.</summary>
internal sealed class WorkerActivities(Workers workers) : IFunctionCatalog
{
    private const string Trigger = "activityTrigger";

    /// <summary>None: the executor runs them.</summary>
    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) => null;

    public Func<ActivityCall, CancellationToken, Task<string?>> FindActivity(TaskName name) => RunAsync;

    private async Task<string?> RunAsync(ActivityCall call, CancellationToken cancellation)
    {
        var input = new TypedData();
        if (call.Input is not null) input.String = call.Input;
        var response = await workers.InvokeAsync(call.Name, Trigger, input, cancellation, ("instanceId", call.InstanceId));
        return response.Result.Status == StatusResult.Types.Status.Success
            ? response.ReturnValue.Json()
            : throw ActivityFailure.Read(response.Result.Exception);
    }
}
