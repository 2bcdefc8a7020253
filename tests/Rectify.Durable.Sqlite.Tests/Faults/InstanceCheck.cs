using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>What must hold for one instance: its history has no gap and nothing twice, and what it waits for is on its way.</summary>
internal sealed class InstanceCheck(
    StoreCopy.Instance instance,
    IReadOnlyList<(int Number, Turn Turn)> history,
    IReadOnlyList<StoreCopy.Message> inbox,
    IReadOnlyList<StoreCopy.Call> calls,
    IReadOnlyList<StoreCopy.Instance> children)
{
    private const int Start = 1;
    private const int Completed = 2;
    private const int Failed = 3;
    private const int Fired = 4;
    private const int ChildCompleted = 6;
    private const int ChildFailed = 7;

    public IEnumerable<string> Problems()
    {
        if (instance.Stalled is not null)
        {
            yield return $"stalled: {instance.Stalled}";
        }

        if (!history.Select(turn => turn.Number).SequenceEqual(Enumerable.Range(0, instance.Turn)))
        {
            yield return $"its history has the turns {string.Join(", ", history.Select(turn => turn.Number))}";
        }

        var events = history.SelectMany(turn => turn.Turn.Events).ToList();
        var starts = events.OfType<HistoryEvent.ExecutionStarted>().Count() + inbox.Count(message => message.Kind == Start);
        if (starts != 1)
        {
            yield return $"it has {starts} starts";
        }

        var steps = history.SelectMany(turn => turn.Turn.Decisions).ToList();
        if (steps.Select(step => step.Id).Distinct().Count() != steps.Count)
        {
            yield return $"it has asked twice: {string.Join(", ", steps)}";
        }

        foreach (var problem in steps.SelectMany(step => Problems(step, events)))
        {
            yield return problem;
        }

        foreach (var id in events.Select(TaskOf).OfType<int>().Except(steps.Select(step => step.Id)))
        {
            yield return $"a result for #{id}, which it never asked for";
        }

        var carried = events.OfType<HistoryEvent.EventRaised>().Count();
        if (instance.Name == "Told" && instance.HasEnded && carried == 0)
        {
            yield return "it has ended without its event";
        }
    }

    // Whatever was asked for has its result in the history, or in the inbox, or is still to be done: one of these, once.
    private IEnumerable<string> Problems(RecordedDecision step, IReadOnlyList<HistoryEvent> events)
    {
        var known = events.Count(happened => TaskOf(happened) == step.Id);
        var coming = inbox.Count(message =>
            message.Execution == instance.Execution && message.Task == step.Id
                && message.Kind is (Completed or Failed or Fired or ChildCompleted or ChildFailed));
        var toDo = step switch
        {
            RecordedDecision.TaskScheduled => calls.Count(call => call.Execution == instance.Execution && call.Task == step.Id),
            RecordedDecision.SubOrchestrationInstanceCreated =>
                children.Count(
                    child => child is { HasEnded: false } && child.ParentExecution == instance.Execution && child.ParentTask == step.Id),
            _ => 0,
        };
        var expected = step is RecordedDecision.EventSent
            || (step is RecordedDecision.TimerCreated && events.Any(happened => happened is HistoryEvent.EventRaised)) ? 0 : 1;
        if (known + coming + toDo != expected)
        {
            yield return $"{step}: {known} in the history, {coming} in the inbox, {toDo} to do";
        }
    }

    private static int? TaskOf(HistoryEvent happened) => happened switch
    {
        HistoryEvent.TaskCompleted completed => completed.Id,
        HistoryEvent.TaskFailed failed => failed.Id,
        HistoryEvent.SubOrchestrationInstanceCompleted completed => completed.Id,
        HistoryEvent.SubOrchestrationInstanceFailed failed => failed.Id,
        HistoryEvent.TimerFired fired => fired.Id,
        _ => null,
    };
}
