namespace Microsoft.DurableTask;

/// <summary>Retries with growing intervals, by durable timers.</summary>
public class RetryPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">Wait before the second attempt; above zero.</param>
    /// <param name="backoffCoefficient">Factor from one wait to the next; at least 1. Default 1.</param>
    /// <param name="maxRetryInterval">Longest wait. Default one hour.</param>
    /// <param name="retryTimeout">No further attempt after this time. Default none.</param>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        RefuseBelow(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        RefuseBelow(retryTimeout, firstRetryInterval, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>Wait before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>Factor from one wait to the next.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>Longest wait, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No further attempt after this time, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Which failures are worth another attempt. Default all.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Accepts = value;
    }

    internal Func<TaskFailureDetails, bool> Accepts { get; private init; } = _ => true;

    private static void RefuseBelow(TimeSpan? value, TimeSpan first, string name)
    {
        if (value < first && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is at least the first retry interval, {first}.");
        }
    }
}
