namespace Microsoft.DurableTask.Client;

/// <summary>Where an instance stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has taken its first turn and has not ended.</summary>
    Running,

    /// <summary>Its code returned and its timers are over.</summary>
    Completed,

    /// <summary>No longer used.</summary>
    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew,

    /// <summary>Its code threw.</summary>
    Failed,

    /// <summary>No longer used.</summary>
    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled,

    /// <summary>A client ended it.</summary>
    Terminated,

    /// <summary>It waits for its first turn.</summary>
    Pending,

    /// <summary>A client suspended it: it takes no turn until it is resumed.</summary>
    Suspended,
}
