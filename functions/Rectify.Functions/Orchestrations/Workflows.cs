using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Orchestrations;

/// <summary>Starts and wakes the orchestrations of a case. They hold no truth: a wake-up that is lost costs time, nothing else.</summary>
public sealed class Workflows(ILogger<Workflows> logger)
{
    /// <summary>The event that says: look at the ledger again. It carries nothing.</summary>
    public const string Changed = "changed";

    private const int MaxAttempts = 3;

    // One that has ended makes room: what it ended for may come again, as a second veto after a late entry.
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [.. Enum.GetValues<OrchestrationRuntimeStatus>().Where(
            status =>
                status is not (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
                    or OrchestrationRuntimeStatus.Terminated))];

    /// <summary>The orchestrations that a case with these running measures has.</summary>
    public static IReadOnlyList<Expected> Of(CaseId caseId, IEnumerable<Measure> measures) =>
    [
        new(nameof(CaseWorkflow), $"case-{caseId}", caseId.Value),
        .. measures.Select(measure => new Expected(
            nameof(TermWorkflow), $"term-{caseId}-{WireName.Of(measure)}", new TermId(caseId.Value, WireName.Of(measure)))),
    ];

    /// <summary>The orchestration that an office with a yearly cycle has.</summary>
    public static Expected YearlyCycle { get; } = new(nameof(YearlyWorkflow), "yearly-cycle", "yearly-cycle");

    /// <summary>The same for those who know nothing of the client.</summary>
    public IOrchestrationWaker By(DurableTaskClient durable) => new Waker(this, durable);

    /// <summary>Starts what is missing and wakes the rest.</summary>
    public async Task WakeAsync(DurableTaskClient durable, CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation)
    {
        foreach (var expected in Of(caseId, measures)) await WakeAsync(durable, expected, cancellation);
    }

    /// <summary>Wakes the orchestration to which a case or a year belongs: there is mail to send.</summary>
    public Task ReviveAsync(DurableTaskClient durable, OutboxOwner owner, CancellationToken cancellation) =>
        WakeAsync(durable, owner.Case is { } caseId ? Of(caseId, [])[0] : YearlyCycle, cancellation);

    /// <summary>
    /// Sees to it that an orchestration runs and looks again: starts it, also where it has ended, and wakes it where it runs.
    /// </summary>
    public async Task WakeAsync(DurableTaskClient durable, Expected expected, CancellationToken cancellation)
    {
        try
        {
            // It may end between the two: then it is started after all.
            for (var attempt = 0; attempt < MaxAttempts; attempt++)
            {
                if (await StartAsync(durable, expected, cancellation) || await RaisedAsync(durable, expected.InstanceId, cancellation))
                    return;
            }

            logger.LogWarning("The orchestration {InstanceId} ended each time it was to be woken", expected.InstanceId);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The entry is in the ledger; the reconcile timer starts what could not be started now.
            logger.LogWarning(failed, "The orchestration {InstanceId} could not be started", expected.InstanceId);
        }
    }

    private static async Task<bool> StartAsync(DurableTaskClient durable, Expected expected, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(expected.InstanceId).WithDedupeStatuses(Alive);
            await durable.ScheduleNewOrchestrationInstanceAsync(expected.Orchestrator, expected.Input, options, cancellation);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    // False when it has ended; whatever else goes wrong is only logged.
    private async Task<bool> RaisedAsync(DurableTaskClient durable, string instanceId, CancellationToken cancellation)
    {
        try
        {
            await durable.RaiseEventAsync(instanceId, Changed, null, cancellation);
            return true;
        }
        catch (RpcException ended) when (ended.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            logger.LogInformation(refused, "The orchestration {InstanceId} was not woken", instanceId);
            return true;
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

    private sealed class Waker(Workflows workflows, DurableTaskClient durable) : IOrchestrationWaker
    {
        public Task WakeAsync(CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation) =>
            workflows.WakeAsync(durable, caseId, measures, cancellation);

        public Task WakeYearlyCycleAsync(CancellationToken cancellation) => workflows.WakeAsync(durable, YearlyCycle, cancellation);
    }
}

/// <summary>An orchestration that a case should have.</summary>
public sealed record Expected(string Orchestrator, string InstanceId, object Input);
