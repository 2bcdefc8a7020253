using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>What the code of a row saw, in order, and gates by which the client holds it up.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = new(StringComparer.Ordinal);

    /// <summary>Notes a line of an orchestrator; a replay notes nothing twice.</summary>
    public void Add(TaskOrchestrationContext context, string line)
    {
        if (!context.IsReplaying)
        {
            Add(context.InstanceId, line);
        }
    }

    /// <summary>Notes a line of an activity.</summary>
    public void Add(string topic, string line) => lines.GetOrAdd(topic, _ => new()).Enqueue(line);

    /// <summary>How many lines a topic has.</summary>
    public int Count(string topic) => lines.TryGetValue(topic, out var queue) ? queue.Count : 0;

    /// <summary>Completes when somebody opens the gate.</summary>
    public Task PassAsync(string gate) => Gate(gate).Task;

    public void Open(string gate) => Gate(gate).TrySetResult();

    public void OpenAll()
    {
        foreach (var gate in gates.Values)
        {
            gate.TrySetResult();
        }
    }

    /// <summary>The topics and their lines as fields of an outcome.</summary>
    public IEnumerable<Field> Read() =>
        lines.OrderBy(topic => topic.Key, StringComparer.Ordinal)
            .Select(topic => new Field($"seen by {topic.Key}", string.Join(" | ", topic.Value)));

    private TaskCompletionSource Gate(string name) =>
        gates.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
