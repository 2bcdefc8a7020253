using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>What the client of a row does. Every call and its answer becomes a field of the outcome.</summary>
internal sealed class Script(DurableTaskClient client, Journal journal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(600);

    private readonly List<Field> fields = [];
    private int calls;

    public Journal Journal { get; } = journal;

    public DurableTaskClient Client { get; } = client;

    public IReadOnlyList<Field> Fields => [.. fields, .. Journal.Read()];

    public Task StartAsync(string name, string id, object? input = null) =>
        StartAsync(name, new StartOrchestrationOptions(id), input);

    public Task StartAsync(string name, StartOrchestrationOptions options, object? input = null) => AskAsync(
        $"start {name} as {options.InstanceId}",
        cancellation => Client.ScheduleNewOrchestrationInstanceAsync(name, input, options, cancellation));

    public Task RaiseAsync(string id, string name, object? payload = null) =>
        CallAsync($"raise {name} to {id}", cancellation => Client.RaiseEventAsync(id, name, payload, cancellation));

    public Task SuspendAsync(string id) =>
        CallAsync($"suspend {id}", cancellation => Client.SuspendInstanceAsync(id, "a reason", cancellation));

    public Task ResumeAsync(string id) =>
        CallAsync($"resume {id}", cancellation => Client.ResumeInstanceAsync(id, "a reason", cancellation));

    public Task TerminateAsync(string id, TerminateInstanceOptions? options = null) =>
        CallAsync($"terminate {id}", cancellation => Client.TerminateInstanceAsync(id, options, cancellation));

    /// <summary>A call that answers nothing.</summary>
    public Task CallAsync(string what, Func<CancellationToken, Task> call) => AskAsync(
        what,
        async cancellation =>
        {
            await call(cancellation);
            return "done";
        });

    /// <summary>A call and its answer, or the exception that it threw.</summary>
    public async Task AskAsync(string what, Func<CancellationToken, Task<string>> call)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Note(what, Text.Of(await call(patience.Token)));
        }
        catch (Exception e) when (!patience.IsCancellationRequested)
        {
            Note(what, Text.Of(e));
        }
    }

    /// <summary>Waits until the instance is no longer pending.</summary>
    public Task StartedAsync(string id) => CallAsync($"started {id}", cancellation => Client.WaitForInstanceStartAsync(id, cancellation));

    /// <summary>Waits for the end of an instance and notes all that its metadata tell.</summary>
    public async Task EndAsync(string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Note($"end {id}", await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token));
        }
        catch (OperationCanceledException)
        {
            await LookAsync(id);
            Assert.Fail($"The instance '{id}' did not end.\n{string.Join('\n', Fields)}");
        }
    }

    /// <summary>Notes that an instance does not end within a moment, or how it ended.</summary>
    public async Task StayAsync(string id)
    {
        using var moment = new CancellationTokenSource(Moment);
        try
        {
            var found = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, moment.Token);
            Note($"stay {id}", $"ended: {found.RuntimeStatus}");
        }
        catch (OperationCanceledException)
        {
            var found = await Client.GetInstanceAsync(id);
            Note($"stay {id}", $"stays {found?.RuntimeStatus.ToString() ?? "unknown"}");
        }
    }

    /// <summary>Notes what the client is told of an instance at once.</summary>
    public async Task LookAsync(string id, bool withData = true)
    {
        var what = withData ? $"look at {id}" : $"look at {id} without data";
        if (await Client.GetInstanceAsync(id, withData) is { } found)
        {
            Note(what, found);
        }
        else
        {
            Note(what, "unknown");
        }
    }

    /// <summary>Waits until the code reaches a gate that it opens.</summary>
    public async Task ReachAsync(string gate) => await Journal.PassAsync(gate).WaitAsync(Patience, TimeProvider.System);

    public void Note(string what, string value) =>
        fields.Add(new Field(string.Create(CultureInfo.InvariantCulture, $"{++calls} {what}"), value));

    private void Note(string what, OrchestrationMetadata found)
    {
        Note(what, found.RuntimeStatus.ToString());
        Add("id", found.InstanceId);
        Add("name", found.Name);
        Add("input", Text.Of(found.SerializedInput));
        Add("output", Text.Of(found.SerializedOutput));
        Add("custom status", Text.Of(found.SerializedCustomStatus));
        Add("failure", Text.Of(found.FailureDetails));
        Add("tags", Text.Of(found.Tags));
        Add("times", found.CreatedAt <= found.LastUpdatedAt ? "in order" : "out of order");

        void Add(string part, string value) =>
            fields.Add(new Field(string.Create(CultureInfo.InvariantCulture, $"{calls} {what}, {part}"), value));
    }
}
