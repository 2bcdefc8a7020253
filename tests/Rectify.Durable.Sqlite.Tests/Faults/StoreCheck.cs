namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>What must hold in an engine's file at any moment, whatever happened to the process.</summary>
internal static class StoreCheck
{
    public static IEnumerable<string> Problems(StoreCopy store)
    {
        if (!store.Integrity.SequenceEqual(["ok"]))
        {
            yield return $"integrity_check: {string.Join("; ", store.Integrity)}";
        }

        var instances = store.Instances.ToDictionary(instance => instance.Id);
        var executions = store.Instances.Select(instance => instance.Execution).ToHashSet();
        foreach (var execution in store.History.Select(group => group.Key).Concat(store.Inputs).Where(found => !executions.Contains(found)))
        {
            yield return $"history or input of execution {execution}, which no instance is in";
        }

        foreach (var link in store.Links.Where(link => !link.Holds))
        {
            yield return $"a turn that does not follow the one before it: {link}";
        }

        foreach (var message in store.Inbox.Where(message => !instances.TryGetValue(message.Instance, out var found) || found.HasEnded))
        {
            yield return $"orphan inbox row {message}";
        }

        foreach (var call in store.Activities)
        {
            if (!instances.TryGetValue(call.Instance, out var found) || found.HasEnded || found.Execution != call.Execution)
            {
                yield return $"orphan activity row {call}";
            }
        }

        var highest = store.Inbox.Select(message => message.Sequence)
            .Concat(store.Activities.Select(call => call.Sequence))
            .Concat(store.Links.Select(link => link.Row))
            .Concat(store.Instances.SelectMany(instance => new[] { instance.Number, instance.Execution }))
            .DefaultIfEmpty(0)
            .Max();
        if (highest >= store.NextSequence && highest > 0)
        {
            yield return $"number {highest} is in use, and {store.NextSequence} is handed out next";
        }

        var inbox = store.Inbox.ToLookup(message => message.Instance);
        var calls = store.Activities.ToLookup(call => call.Instance);
        var children = store.Instances.Where(child => child.ParentId is not null).ToLookup(child => child.ParentId);
        foreach (var instance in store.Instances)
        {
            var check = new InstanceCheck(
                instance, [.. store.History[instance.Execution]], [.. inbox[instance.Id]], [.. calls[instance.Id]],
                [.. children[instance.Id]]);
            foreach (var problem in check.Problems())
            {
                yield return $"{instance.Id} ({instance.Name}, {instance.Status}, turn {instance.Turn}): {problem}";
            }
        }
    }
}
