namespace Microsoft.DurableTask.Client;

/// <summary>Start options in terms of statuses.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>Options with which an existing instance in one of these statuses refuses the start.</summary>
    /// <remarks>In a status that is not named, an existing instance is replaced, even one that still runs.</remarks>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
