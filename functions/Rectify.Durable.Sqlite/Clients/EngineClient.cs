using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Dispatch;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Clients;

/// <summary>The client of an engine in the same process.</summary>
internal sealed partial class EngineClient(Func<EngineParts> parts, DataConverter converter, string? defaultVersion)
    : DurableTaskClient("default")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        RequireStatuses(options?.DedupeStatuses);
        var version = options?.Version is { } asked ? asked.Version : defaultVersion ?? "";
        var text = converter.Serialize(input);
        var engine = parts();
        var id = string.IsNullOrEmpty(options?.InstanceId) ? NewId(engine) : options.InstanceId;
        await engine.Commits.SubmitAsync(
            store => Start(store, id, orchestratorName.Name, version, text, options),
            replaced => ForgetIf(replaced, engine.Dispatcher, id),
            cancellation).ConfigureAwait(false);
        return id;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var text = converter.Serialize(eventPayload);
        await parts().Commits.SubmitAsync(
            store => store.RaiseEvent(instanceId, eventName, text)
                || ClientRefusal.Active(store, instanceId, "take an event") is null,
            _ => { },
            cancellation).ConfigureAwait(false);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, found => found.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, found => found.IsCompleted, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Read(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(() => parts().Readers, converter, filter ?? new OrchestrationQuery());

    // Nothing to dispose of: the engine owns what the client uses.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Start(
        StoreWriter store, string id, string name, string version, string? input, StartOrchestrationOptions? options)
    {
        if (store.InsertInstance(id, name, version, input, options?.Tags, null, options?.StartAt))
        {
            return false;
        }

        var existing = store.Find(id)!;
        if (Refuses(existing, options?.DedupeStatuses))
        {
            throw new OrchestrationAlreadyExistsException(
                $"An orchestration with the id '{id}' exists; its status is {existing.Status}.");
        }

        if (!existing.HasEnded)
        {
            // Terminated first, because otherwise its parent would wait for its result for ever.
            store.Terminate(existing, "another was started under its id");
        }

        store.Delete(existing);
        store.InsertInstance(id, name, version, input, options?.Tags, null, options?.StartAt);
        return true;
    }

    private static bool Refuses(InstanceRecord existing, IReadOnlyList<string>? statuses) => statuses is null
        ? !existing.HasEnded
        : statuses.Contains(existing.Status.ToString(), StringComparer.OrdinalIgnoreCase);

    private static void RequireStatuses(IReadOnlyList<string>? statuses)
    {
        // An unknown status name would never match, so that the option would silently have no effect.
        if (statuses?.FirstOrDefault(status => !Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out _)) is { } unknown)
        {
            throw new ArgumentException($"Dedupe statuses are names of runtime statuses; got '{unknown}'.", nameof(statuses));
        }
    }

    // Ids that begin with their instant are adjacent in the index, so that a batch of starts writes one page and not one for each start.
    private static string NewId(EngineParts engine) => Guid.CreateVersion7(engine.Clock.GetUtcNow()).ToString("N");

    private static void ForgetIf(bool replaced, Dispatcher dispatcher, string id)
    {
        if (replaced)
        {
            dispatcher.Forget(id);
        }
    }

    private OrchestrationMetadata? Read(string id, bool withData) =>
        parts().Readers.Read(reader => reader.Metadata(id, withData ? converter : null));

    private async Task<OrchestrationMetadata> WaitAsync(
        string id, bool withData, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var watch = parts().Watch;
        while (true)
        {
            var change = watch.Watch(id);
            try
            {
                if (Read(id, withData) is { } found && reached(found))
                {
                    return found;
                }

                await change.Task.WaitAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                watch.Leave(id, change);
            }
        }
    }
}
