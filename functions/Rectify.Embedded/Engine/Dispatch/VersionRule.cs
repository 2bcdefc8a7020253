using Microsoft.DurableTask;

namespace Rectify.Embedded.Engine.Dispatch;

/// <summary>Which instances the code may run, and what becomes of the others.</summary>
/// <param name="Current">The version of the code; without one every instance may run, for there is nothing to compare with.</param>
/// <param name="Match">How versions are compared.</param>
/// <param name="Failure">What becomes of an instance that may not run.</param>
internal sealed record VersionRule(string? Current, VersionMatchStrategy Match, VersionFailureStrategy Failure)
{
    /// <summary>Why an instance of this version may not run; null when it may.</summary>
    public string? Refusal(string version)
    {
        if (string.IsNullOrEmpty(Current))
        {
            return null;
        }

        var order = VersionOrder.Compare(version, Current);
        return Match switch
        {
            VersionMatchStrategy.Strict when order != 0 => $"The version of the orchestration, '{version}', is not the host's, '{Current}'.",
            VersionMatchStrategy.CurrentOrOlder when order > 0 => $"The version of the orchestration, '{version}', is newer than the host's, '{Current}'.",
            _ => null,
        };
    }
}
