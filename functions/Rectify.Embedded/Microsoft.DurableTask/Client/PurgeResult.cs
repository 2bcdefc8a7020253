namespace Microsoft.DurableTask.Client;

/// <summary>What a purge removed.</summary>
public class PurgeResult
{
    /// <summary>A result; the count is not negative.</summary>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>A result that says whether everything asked for was removed.</summary>
    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    /// <summary>Instances removed.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether everything asked for was removed; null when not known.</summary>
    public bool? IsComplete { get; }
}
