using System.Collections.Immutable;

namespace Microsoft.DurableTask.Client;

/// <summary>What a client sees of an instance.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>The metadata of an instance.</summary>
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>The orchestrator's name.</summary>
    public string Name { get; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; }

    /// <summary>Reads input, output and custom status; null when they were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where the instance stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The input as text, if asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>The output as text, if asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>The custom status as text, if asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>The tags given at the start.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>Why it failed; null when it did not.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>True in status Running.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>True when it has ended: completed, failed or terminated.</summary>
    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Converter(nameof(ReadInputAs)).Deserialize<T>(SerializedInput);

    /// <summary>The output.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadOutputAs<T>() => Converter(nameof(ReadOutputAs)).Deserialize<T>(SerializedOutput);

    /// <summary>The custom status.</summary>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Converter(nameof(ReadCustomStatusAs)).Deserialize<T>(SerializedCustomStatus);

    /// <inheritdoc/>
    public override string ToString() =>
        $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}"
        + Part("Input", SerializedInput)
        + Part("Output", SerializedOutput)
        + (FailureDetails is null ? "" : $", FailureDetails: '{FailureDetails.ErrorType} - {Short(FailureDetails.ErrorMessage)}'")
        + "]";

    private static string Part(string label, string? text) => text is null ? "" : $", {label}: '{Short(text)}'";

    private static string Short(string text) => text.Length > 50 ? string.Concat(text.AsSpan(0, 50), "...") : text;

    private DataConverter Converter(string method) => DataConverter
        ?? throw new InvalidOperationException($"{method} needs metadata that was fetched with inputs and outputs.");
}
