using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Rectify.Durable.Comparison.Tests.Outcomes;
using Rectify.Durable.Sqlite;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>The code of a row as our engine looks it up. Names are compared as the SDK does: whatever their case.</summary>
internal sealed class CodeCatalog(Code code, Journal journal) : IFunctionCatalog
{
    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(TaskName name) =>
        code.Orchestrators.SingleOrDefault(one => Named(one.Name, name))?.Bind(journal);

    public Func<ActivityCall, CancellationToken, Task<string?>>? FindActivity(TaskName name) =>
        code.Activities.SingleOrDefault(one => Named(one.Name, name)) is { } activity
            ? (call, _) => activity.RunAsync(new CallContext(call), call.Input, JsonDataConverter.Default, journal)
            : null;

    private static bool Named(string name, TaskName asked) => string.Equals(name, asked.Name, StringComparison.OrdinalIgnoreCase);

    private sealed class CallContext(ActivityCall call) : TaskActivityContext
    {
        public override TaskName Name => call.Name;

        public override string InstanceId => call.InstanceId;

        public override string Version => call.Version;
    }
}
