using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Faults;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>What must have come of it all in the end.</summary>
internal static class OutcomeCheck
{
    public static IEnumerable<string> Problems(StoreCopy store, string folder, int orchestrations)
    {
        var done = SideLog.Read(Path.Combine(folder, "done.log")).ToHashSet();
        var instances = store.Instances.ToDictionary(instance => instance.Id);
        var outputs = new Dictionary<string, string>();
        for (var n = 0; n < orchestrations; n++)
        {
            var expected = Expected.Of(n);
            outputs.Add(Expected.Id(n), expected.Output);
            foreach (var child in Expected.Children(n))
            {
                outputs.Add(child.Id, child.Output);
            }

            foreach (var call in expected.Calls.Where(call => !done.Contains(call)))
            {
                yield return $"never done: {call}";
            }
        }

        foreach (var (id, output) in outputs)
        {
            if (!instances.Remove(id, out var found))
            {
                yield return $"{id} is missing";
            }
            else if (found.Status != OrchestrationRuntimeStatus.Completed || found.Output != output)
            {
                yield return $"{id} should have given {output}: {found}";
            }
        }

        foreach (var id in instances.Keys)
        {
            yield return $"nobody asked for {id}";
        }

        if (store.Inbox.Count + store.Activities.Count > 0)
        {
            yield return $"{store.Inbox.Count} inbox rows and {store.Activities.Count} activities are left";
        }
    }
}
