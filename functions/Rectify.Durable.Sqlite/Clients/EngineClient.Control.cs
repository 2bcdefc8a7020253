using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Clients;

internal sealed partial class EngineClient
{
    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var output = converter.Serialize(options?.Output);
        var engine = parts();
        await engine.Commits.SubmitAsync(
            store =>
            {
                ClientRefusal.Active(store, instanceId, "be terminated");
                var family = options?.Recursive == true ? Family(store, instanceId) : [instanceId];
                var running = family.Select(store.Find).OfType<InstanceRecord>().Where(found => !found.HasEnded).ToList();
                running.ForEach(found => store.Terminate(found, output));
                return running.ConvertAll(found => found.Id);
            },
            ended => ended.ForEach(engine.Dispatcher.Forget),
            cancellation).ConfigureAwait(false);
    }

    public override async Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var engine = parts();
        await engine.Commits.SubmitAsync(
            store =>
            {
                store.SetStatus(ClientRefusal.Active(store, instanceId, "be suspended"), OrchestrationRuntimeStatus.Suspended);
                return instanceId;
            },
            engine.Dispatcher.Suspend,
            cancellation).ConfigureAwait(false);
    }

    public override async Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var engine = parts();
        await engine.Commits.SubmitAsync(
            store =>
            {
                var found = ClientRefusal.Suspended(store, instanceId);
                store.SetStatus(found, found.Last is null ? OrchestrationRuntimeStatus.Pending : OrchestrationRuntimeStatus.Running);
                return instanceId;
            },
            engine.Dispatcher.Resume,
            cancellation).ConfigureAwait(false);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var engine = parts();
        var id = restartWithNewInstanceId ? NewId(engine) : instanceId;
        await engine.Commits.SubmitAsync(
            store =>
            {
                var found = store.FindWithInput(instanceId)
                    ?? throw new ArgumentException($"No orchestration with the id '{instanceId}' was found.", nameof(instanceId));
                if (id == instanceId)
                {
                    ClientRefusal.RequireEnded(found, "be started again under its id");
                    store.Delete(found);
                }

                return store.InsertInstance(id, found.Name, found.Version, found.Input, null, null, null);
            },
            _ => ForgetIf(id == instanceId, engine.Dispatcher, id),
            cancellation).ConfigureAwait(false);
        return id;
    }

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return PurgeAsync(
            store => store.Find(instanceId) switch
            {
                null => [],
                var found => [ClientRefusal.RequireEnded(found, "be purged").Id],
            },
            options,
            cancellation);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var statuses = filter.Statuses?.ToHashSet();
        return PurgeAsync(store => store.Ended(filter.CreatedFrom, filter.CreatedTo, statuses), options, cancellation);
    }

    private static List<string> Family(StoreWriter store, string id)
    {
        var found = new List<string> { id };
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(store.Children(found[next]).Except(found));
        }

        return found;
    }

    private async Task<PurgeResult> PurgeAsync(
        Func<StoreWriter, IReadOnlyList<string>> choose, PurgeInstanceOptions? options, CancellationToken cancellation)
    {
        var engine = parts();
        var purged = await engine.Commits.SubmitAsync(
            store =>
            {
                var chosen = choose(store);
                var all = options?.Recursive == true ? chosen.SelectMany(id => Family(store, id)).Distinct() : chosen;
                var ended = all.Select(store.Find).OfType<InstanceRecord>().Where(found => found.HasEnded).ToList();
                ended.ForEach(store.Delete);
                return ended.ConvertAll(found => found.Id);
            },
            ids => ids.ForEach(engine.Dispatcher.Forget),
            cancellation).ConfigureAwait(false);
        return new PurgeResult(purged.Count, isComplete: true);
    }
}
