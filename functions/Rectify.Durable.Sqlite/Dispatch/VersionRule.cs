using Microsoft.DurableTask.Abstractions;
using VersionFailureStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionFailureStrategy;
using VersionMatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>Decides by version which instances the code may run, and what happens to the others.</summary>
/// <param name="Current">The version of the code; null if it has none, and then every instance may run.</param>
/// <param name="Match">How versions are compared.</param>
/// <param name="Failure">What happens to an instance that may not run.</param>
internal sealed record VersionRule(string? Current, VersionMatchStrategy Match, VersionFailureStrategy Failure)
{
    /// <summary>Why an instance of this version may not run; null when it may.</summary>
    public string? Refusal(string version)
    {
        if (string.IsNullOrEmpty(Current))
        {
            return null;
        }

        var order = TaskOrchestrationVersioningUtils.CompareVersions(version, Current);
        return Match switch
        {
            VersionMatchStrategy.Strict when order != 0 =>
                $"The orchestration version '{version}' does not match the worker version '{Current}'.",
            VersionMatchStrategy.CurrentOrOlder when order > 0 =>
                $"The orchestration version '{version}' is greater than the worker version '{Current}'.",
            _ => null,
        };
    }
}
