using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Board.Health;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Health;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Observability;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Board;

/// <summary>运行状况: the page of the system's health, for officers and auditors.</summary>
public sealed class HealthPages(
    BoardPages pages, TimeProvider clock, HealthReport healthReport, ReconcileLog reconcileLog, UnreadableCases unreadableCases,
    ILedger ledger, IOutbox outbox, IStalledOrchestrations? stalledOrchestrations = null)
{
    /// <summary>A step that is overdue by this much is late; normally it is carried out within seconds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly OrchestrationRuntimeStatus[] NotRunning =
        [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Terminated];

    [Function("BoardHealth"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/health")] HttpRequest request,
        [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var checks = await healthReport.MakeAsync(durable, cancellation);
        bool Works(HealthPart part) => checks.Single(check => check.Part == part).State != HealthState.Failed;
        return await pages.ShowAsync<HealthPage>(request, ("运行状况", "System health"), new HealthModel(
            now, checks, reconcileLog.LastSeen?.CompletedAt,
            Works(HealthPart.Ledger) ? await LateAsync(now, cancellation) : null,
            Works(HealthPart.Durable) ? await StuckAsync(durable, cancellation) : null,
            Works(HealthPart.Durable) ? await StalledAsync(cancellation) : null,
            Works(HealthPart.Ledger) ? await MailsAsync(cancellation) : null)
        {
            Findings = [.. (reconcileLog.LastSeen?.Findings ?? new Dictionary<string, int>())
                .OrderBy(finding => finding.Key, StringComparer.Ordinal)
                .Select(finding => new ReconcileFinding(NameOf(finding.Key), finding.Value))],
            Unreadable = [.. unreadableCases.All.Select(UnreadableCaseLine.Of)],
        });
    }

    /// <summary>Ids of stalled orchestrations; null when the backend does not report them.</summary>
    private async Task<IReadOnlyList<string>?> StalledAsync(CancellationToken cancellation) =>
        stalledOrchestrations is { } stalled ? await stalled.FindAsync(cancellation) : null;

    private async Task<IReadOnlyList<LateCase>> LateAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var late = await ledger.ListAsync(
            new CaseFilter(null, null, null, now - Grace) { Step = StepFilter.Due }, HealthModel.MostShown, null, cancellation);
        return
        [
            .. from entry in late.Items
               where entry.NextDueAt is not null
               orderby entry.NextDueAt
               select new LateCase(entry.CaseId.Value,
                   entry.Summary is { } summary ? $"{summary.DocumentNumber} {summary.UnitName}" : entry.CaseId.Value,
                   entry.NextDueAt!.Value),
        ];
    }

    private static async Task<IReadOnlyList<StuckInstance>> StuckAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        List<StuckInstance> stuck = [];
        await foreach (var instance in durable.GetAllInstancesAsync(new OrchestrationQuery { Statuses = NotRunning }).WithCancellation(
            cancellation))
        {
            stuck.Add(new StuckInstance(instance.InstanceId, NameOf(instance.RuntimeStatus), instance.LastUpdatedAt));
            if (stuck.Count == HealthModel.MostShown) break;
        }

        return stuck;
    }

    private async Task<UndeliveredMails> MailsAsync(CancellationToken cancellation)
    {
        var counts = await outbox.CountAsync([NoticeStatus.Failed, NoticeStatus.Unknown], cancellation);
        return new UndeliveredMails(counts.GetValueOrDefault(NoticeStatus.Failed), counts.GetValueOrDefault(NoticeStatus.Unknown));
    }

    private static Bilingual NameOf(string finding) => finding switch
    {
        "missing" => ("补启流程", "orchestrations started that were missing"),
        "ended" => ("重启流程", "orchestrations started anew"),
        "suspended" => ("恢复流程", "orchestrations resumed"),
        "late" => ("补办步骤", "late steps carried out"),
        "unreadable" => ("无法读取的案件", "cases that cannot be read"),
        "failed" => ("核对失败的案件", "cases that could not be compared"),
        _ => Bilingual.Same(finding),
    };

    private static Bilingual NameOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Failed => ("失败", "failed"),
        OrchestrationRuntimeStatus.Suspended => ("被暂停", "suspended"),
        OrchestrationRuntimeStatus.Terminated => ("被终止", "terminated"),
        _ => Bilingual.Same(status.ToString()),
    };
}
