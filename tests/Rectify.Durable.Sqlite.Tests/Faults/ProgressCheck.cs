using Rectify.Durable.Sqlite.Faults;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>What must hold between two looks at the same file: nothing that was there, or was promised, is gone.</summary>
internal sealed class ProgressCheck(string folder)
{
    private Dictionary<string, StoreCopy.Instance> before = [];

    public IEnumerable<string> Problems(StoreCopy store)
    {
        var now = store.Instances.ToDictionary(instance => instance.Id);
        foreach (var (id, was) in before)
        {
            if (!now.TryGetValue(id, out var found))
            {
                yield return $"{id} is gone";
            }
            else if (found.Number != was.Number || found.Execution < was.Execution)
            {
                yield return $"{id} is another one than before: {was}, {found}";
            }
            else if (found.Execution == was.Execution && found.Turn < was.Turn)
            {
                yield return $"{id} has lost turns: it had {was.Turn}, it has {found.Turn}";
            }
            else if (was.HasEnded && found != was)
            {
                yield return $"{id} had ended and has changed: {was}, {found}";
            }
        }

        foreach (var promise in SideLog.Read(Path.Combine(folder, "promised.log")).Select(line => line.Split(' ')))
        {
            if (!now.TryGetValue(promise[1], out var found) || (promise[0] == "end" && !found.HasEnded))
            {
                yield return $"promised and not kept: {promise[0]} {promise[1]}";
            }
            else if (promise[0] == "event" && !found.HasEnded && !HasEvent(store, found))
            {
                yield return $"promised and not kept: the event of {promise[1]}";
            }
        }

        var done = SideLog.Read(Path.Combine(folder, "done.log")).Select(line => line.Split(' ')[0]).ToHashSet();
        foreach (var ended in store.Instances.Where(
            instance => instance.HasEnded && instance.Name != "Parent" && !done.Contains(instance.Id)))
        {
            yield return $"{ended.Id} has ended, and its activity never ran";
        }

        before = now;
    }

    private static bool HasEvent(StoreCopy store, StoreCopy.Instance instance) =>
        store.Inbox.Any(message => message.Instance == instance.Id && message.Kind == 5)
        || store.History[instance.Execution].Any(turn => turn.Turn.Events.Any(
            happened => happened is Rectify.Durable.Sqlite.Replay.HistoryEvent.EventRaised));
}
