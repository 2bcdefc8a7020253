namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to list.</summary>
/// <param name="CreatedFrom">Created at this instant or later.</param>
/// <param name="CreatedTo">Created at this instant or earlier.</param>
/// <param name="Statuses">In one of these statuses; null means any.</param>
/// <param name="TaskHubNames">Not used: an embedded host has one task hub.</param>
/// <param name="InstanceIdPrefix">With an id that starts so.</param>
/// <param name="PageSize">Instances per page.</param>
/// <param name="FetchInputsAndOutputs">Whether inputs, outputs and custom statuses are read.</param>
/// <param name="ContinuationToken">Token of an earlier page, to go on after it.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>Instances per page unless asked otherwise.</summary>
    public const int DefaultPageSize = 100;
}
