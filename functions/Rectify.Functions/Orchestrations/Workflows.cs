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

/// <summary>Starts and wakes the orchestrations of cases. All state is in the ledger, so that a lost wake-up only delays a step.</summary>
public sealed class Workflows(ILogger<Workflows> logger)
{
    /// <summary>The event that tells an orchestration to look at the ledger again. It has no content.</summary>
    public const string Changed = "changed";

    private const int MaxAttempts = 3;

    // The states in which an instance cannot be started again under its id. An ended one can, because its reason may occur again, for
    // example a second veto after a late entry.
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [.. Enum.GetValues<OrchestrationRuntimeStatus>().Where(
            status =>
                status is not (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
                    or OrchestrationRuntimeStatus.Terminated))];

    /// <summary>The orchestrations that a case with these measures in force should have.</summary>
    public static IReadOnlyList<Expected> Of(CaseId caseId, IEnumerable<Measure> measures) =>
    [
        new(nameof(CaseWorkflow), $"case-{caseId}", caseId.Value),
        .. measures.Select(measure => new Expected(
            nameof(TermWorkflow), $"term-{caseId}-{WireName.Of(measure)}", new TermId(caseId.Value, WireName.Of(measure)))),
    ];

    /// <summary>The orchestration that an office with a yearly cycle should have.</summary>
    public static Expected YearlyCycle { get; } = new(nameof(YearlyWorkflow), "yearly-cycle", "yearly-cycle");

    /// <summary>The waker for code that does not know the Durable Task client.</summary>
    public IOrchestrationWaker By(DurableTaskClient durable) => new Waker(this, durable);

    /// <summary>Starts the missing orchestrations of a case and wakes the others.</summary>
    public async Task WakeAsync(DurableTaskClient durable, CaseId caseId, IEnumerable<Measure> measures, CancellationToken cancellation)
    {
        foreach (var expected in Of(caseId, measures)) await WakeAsync(durable, expected, cancellation);
    }

    /// <summary>Wakes the orchestration of a case or of the yearly cycle, because there is a mail to send.</summary>
    public Task ReviveAsync(DurableTaskClient durable, OutboxOwner owner, CancellationToken cancellation) =>
        WakeAsync(durable, owner.Case is { } caseId ? Of(caseId, [])[0] : YearlyCycle, cancellation);

    /// <summary>
    /// Makes an orchestration look at the ledger again: starts it when it is missing or has ended, and wakes it when it is running.
    /// </summary>
    public async Task WakeAsync(DurableTaskClient durable, Expected expected, CancellationToken cancellation)
    {
        try
        {
            // An orchestration may end between the start and the event; then it is started in the next attempt.
            for (var attempt = 0; attempt < MaxAttempts; attempt++)
            {
                if (await StartAsync(durable, expected, cancellation) || await RaisedAsync(durable, expected.InstanceId, cancellation))
                    return;
            }

            logger.LogWarning("The orchestration {InstanceId} ended each time it was to be woken", expected.InstanceId);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Only logged, because the entry is in the ledger and the reconcile timer starts the orchestration later.
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

    // Sends the event. False when the orchestration has ended; any other error is only logged.
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
            // The orchestration has ended, or the backend is unavailable; backends throw different exceptions for this.
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
