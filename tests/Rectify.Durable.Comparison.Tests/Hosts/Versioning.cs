using Microsoft.DurableTask.Worker;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>The version of the code, and what becomes of instances of others.</summary>
internal sealed record Versioning(
    string Version,
    DurableTaskWorkerOptions.VersionMatchStrategy Match = DurableTaskWorkerOptions.VersionMatchStrategy.None,
    DurableTaskWorkerOptions.VersionFailureStrategy Failure = DurableTaskWorkerOptions.VersionFailureStrategy.Fail);
