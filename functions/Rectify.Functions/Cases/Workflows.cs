using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Sanctions;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Cases;

/// <summary>Starts and wakes the orchestrations of a case. They hold no truth: a wake-up that is lost costs time, nothing else.</summary>
internal sealed class Workflows(ILogger<Workflows> logger)
{
    /// <summary>The event that says: look at the ledger again. It carries nothing.</summary>
    public const string Changed = "changed";

    private static readonly OrchestrationRuntimeStatus[] EveryStatus = Enum.GetValues<OrchestrationRuntimeStatus>();

    /// <summary>The orchestrations that a case with these running measures has.</summary>
    public static IReadOnlyList<Expected> Of(CaseId caseId, IEnumerable<Measure> measures) =>
    [
        new(nameof(CaseWorkflow), $"case-{caseId}", caseId.Value),
        .. measures.Select(measure => new Expected(
            nameof(TermWorkflow), $"term-{caseId}-{WireName.Of(measure)}", new TermId(caseId.Value, WireName.Of(measure)))),
    ];

    /// <summary>Starts what is missing and wakes the rest.</summary>
    public async Task WakeAsync(DurableTaskClient durable, CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation)
    {
        foreach (var expected in Of(caseId, measures)) await WakeAsync(durable, expected, cancellation);
    }

    /// <summary>Wakes the orchestration of a case, and starts it anew where it has ended: there is mail to send, although nothing else is left to do.</summary>
    public async Task ReviveAsync(DurableTaskClient durable, CaseId caseId, CancellationToken cancellation)
    {
        var expected = YearFile.YearOf(caseId) is null ? Of(caseId, [])[0] : YearlyRounds.Orchestration;
        try
        {
            var instance = await durable.GetInstanceAsync(expected.InstanceId, cancellation);
            if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated })
                await durable.PurgeInstanceAsync(expected.InstanceId, cancellation: cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The mail is in the outbox; the reconcile timer sends what was left.
            logger.LogWarning(failed, "The orchestration {InstanceId} could not be looked at", expected.InstanceId);
        }

        await WakeAsync(durable, expected, cancellation);
    }

    /// <summary>Starts one orchestration, or wakes it when it was started before.</summary>
    public async Task WakeAsync(DurableTaskClient durable, Expected expected, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(expected.InstanceId).WithDedupeStatuses(EveryStatus);
            await durable.ScheduleNewOrchestrationInstanceAsync(expected.Orchestrator, expected.Input, options, cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            await RaiseAsync(durable, expected.InstanceId, cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The entry is in the ledger; the reconcile timer starts what could not be started now.
            logger.LogWarning(failed, "The orchestration {InstanceId} could not be started", expected.InstanceId);
        }
    }

    /// <summary>Wakes one orchestration that was started before.</summary>
    public async Task RaiseAsync(DurableTaskClient durable, string instanceId, CancellationToken cancellation)
    {
        try
        {
            await durable.RaiseEventAsync(instanceId, Changed, null, cancellation);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // It has ended meanwhile, or the backend is away; backends differ in what they throw.
            logger.LogInformation(refused, "The orchestration {InstanceId} was not woken", instanceId);
        }
    }
}

/// <summary>An orchestration that a case should have.</summary>
internal sealed record Expected(string Orchestrator, string InstanceId, object Input);
