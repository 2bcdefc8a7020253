namespace Microsoft.DurableTask.Client;

/// <summary>Which ended instances to purge.</summary>
/// <param name="CreatedFrom">Created at this instant or later.</param>
/// <param name="CreatedTo">Created at this instant or earlier.</param>
/// <param name="Statuses">In one of these statuses; null means any in which an instance has ended.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
