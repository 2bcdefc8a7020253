using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rectify.Functions.Orchestrations;

/// <summary>Mends single orchestrations for the reconcile timer.</summary>
public sealed class OrchestrationRepair(Workflows workflows, ILogger<OrchestrationRepair> logger)
{
    private static readonly OrchestrationRuntimeStatus[] Living = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending];

    /// <summary>Removes an orchestration that has ended, so that it can start anew, and resumes a suspended one.</summary>
    /// <returns>Whether it is to be started, and what was wrong with it; null when nothing was.</returns>
    public async Task<(bool ToStart, string? Finding)> MendAsync(
        DurableTaskClient durable, Expected expected, OrchestrationMetadata? instance, CancellationToken cancellation)
    {
        switch (instance?.RuntimeStatus)
        {
            case null:
                return (ToStart: true, "missing");
            case OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Completed:
                logger.LogWarning("The orchestration {InstanceId} is {Status} and starts anew", expected.InstanceId,
                    instance.RuntimeStatus);
                await durable.PurgeInstanceAsync(expected.InstanceId, cancellation: cancellation);
                return (ToStart: true, "ended");
            case OrchestrationRuntimeStatus.Suspended:
                logger.LogWarning("The orchestration {InstanceId} was suspended, which nothing here asks for, and is resumed",
                    expected.InstanceId);
                await durable.ResumeInstanceAsync(expected.InstanceId, "The ledger expects it to run.", cancellation);
                return (ToStart: false, "suspended");
            default:
                return (ToStart: false, null);
        }
    }

    /// <summary>Wakes running orchestrations that the ledger does not expect, so that they notice the end of their case.</summary>
    public Task WakeUnexpectedAsync(DurableTaskClient durable, IReadOnlySet<string> expected, CancellationToken cancellation) =>
        WakeAsync(durable, instanceId => !expected.Contains(instanceId), cancellation);

    /// <summary>Wakes every running orchestration.</summary>
    public Task WakeAllAsync(DurableTaskClient durable, CancellationToken cancellation) => WakeAsync(durable, _ => true, cancellation);

    private async Task WakeAsync(DurableTaskClient durable, Func<string, bool> concerns, CancellationToken cancellation)
    {
        await foreach (var instance in durable.GetAllInstancesAsync(new OrchestrationQuery { Statuses = Living })
            .WithCancellation(cancellation))
        {
            if (concerns(instance.InstanceId)) await workflows.RaiseAsync(durable, instance.InstanceId, cancellation);
        }
    }
}
