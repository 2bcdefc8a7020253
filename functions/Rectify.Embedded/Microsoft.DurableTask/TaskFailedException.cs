namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration failed; seen by the orchestrator that awaits it.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure with its exception.</summary>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Text(taskName, taskId, innerException?.Message), innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>A failure with its details.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Text(taskName, taskId, failureDetails?.ErrorMessage))
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The task's name.</summary>
    public string TaskName { get; }

    /// <summary>The task's number within its orchestration, from 0.</summary>
    public int TaskId { get; }

    /// <summary>What went wrong.</summary>
    public TaskFailureDetails FailureDetails { get; }

    private static string Text(string name, int id, string? cause) =>
        $"Task '{name}' (#{id}) failed with an unhandled exception" + (cause is null ? "." : $": {cause}");
}
