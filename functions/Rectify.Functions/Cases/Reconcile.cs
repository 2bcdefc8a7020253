using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Domain.Cases;
using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;

namespace Rectify.Functions.Cases;

/// <summary>Compares ledger and orchestrations: starts what is missing, replaces what failed, wakes what is late.</summary>
public sealed class Reconcile(IServiceProvider services, ILogger<Reconcile> logger)
{
    private const int PageSize = 200;

    /// <summary>A step this much overdue means that its timer did not fire.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly ILedger ledger = services.GetRequiredService<ILedger>();
    private readonly IOutbox outbox = services.GetRequiredService<IOutbox>();
    private readonly CaseDesk desk = services.GetRequiredService<CaseDesk>();
    private readonly PostRoom postRoom = services.GetRequiredService<PostRoom>();
    private readonly Workflows workflows = services.GetRequiredService<Workflows>();
    private readonly ReconcileLog log = services.GetRequiredService<ReconcileLog>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    // Also at every start, so that a listing whose orchestration was not started before a crash does not wait for the full hour.
    [Function("Reconcile")]
    public async Task RunAsync(
        [TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var filter = new CaseFilter(null, null, null, clock.GetUtcNow());
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(filter, PageSize, continuation, cancellation);
            foreach (var entry in slice.Items.Where(entry => entry.Status != CaseStatus.Closed)) await CheckAsync(durable, entry, cancellation);
            continuation = slice.Continuation;
        } while (continuation is not null);

        foreach (var caseId in await outbox.CasesWithUnsentAsync(cancellation)) await postRoom.SendAsync(caseId, cancellation);
        log.Completed(clock.GetUtcNow());
    }

    private async Task CheckAsync(DurableTaskClient durable, CaseEntry entry, CancellationToken cancellation)
    {
        if (await desk.FindAsync(entry.CaseId, cancellation) is not { } record) return;
        var settled = record.State is CaseState.Revoked && entry.NextDueAt is null;
        var lateness = clock.GetUtcNow() - entry.NextDueAt;
        if (lateness > Grace) logger.LogWarning("A step of the case {CaseId} is {Lateness} late", entry.CaseId, lateness);

        foreach (var expected in Workflows.Of(entry.CaseId, record.State.File.MeasuresInForce))
        {
            var instance = await durable.GetInstanceAsync(expected.InstanceId, getInputsAndOutputs: true, cancellation);
            var ended = instance is { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Completed };
            if (settled && (instance is null || ended)) continue;
            if (ended)
            {
                logger.LogWarning("The orchestration {InstanceId} is {Status} and starts anew", expected.InstanceId, instance!.RuntimeStatus);
                await durable.PurgeInstanceAsync(expected.InstanceId, cancellation: cancellation);
            }

            // One that has not seen the last entry was not woken: the process died between the entry and the wake-up.
            var unseen = instance?.ReadCustomStatusAs<int?>() is not { } seen || seen < entry.Version;
            if (ended || unseen || lateness > Grace) await workflows.WakeAsync(durable, expected, cancellation);
        }
    }
}

/// <summary>When the reconcile timer last ran through, for the health check.</summary>
internal sealed class ReconcileLog
{
    private long lastTicks;

    /// <summary>The end of the last complete run of this process, UTC; null before the first.</summary>
    public DateTimeOffset? Last => Interlocked.Read(ref lastTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Completed(DateTimeOffset at) => Interlocked.Exchange(ref lastTicks, at.UtcTicks);
}
