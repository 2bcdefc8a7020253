using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rectify.Server.SampleApp;

public sealed class CaseFunctions(SampleJournal journal)
{
    [Function("OpenCase")]
    public static async Task<IActionResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{caseId}")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CaseOrchestrator), caseId, new StartOrchestrationOptions { InstanceId = $"case-{caseId}" }, cancellation);
        return new CreatedResult($"/api/cases/{caseId}", new { CaseId = caseId });
    }

    [Function(nameof(CaseOrchestrator))]
    public static async Task<int> CaseOrchestrator([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var caseId = context.GetInput<string>()!;
        var sent = 0;
        for (var days = 10; days <= 30; days += 10)
        {
            await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
            sent = await context.CallActivityAsync<int>(nameof(Remind), new Reminder(caseId, days));
        }

        return sent;
    }

    [Function(nameof(Remind))]
    public int Remind([ActivityTrigger] Reminder reminder, FunctionContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        journal.Write($"{context.FunctionDefinition.Name} {reminder.CaseId} {reminder.Days}");
        return reminder.Days / 10;
    }

    [Function("Reconcile")]
    public void Reconcile([TimerTrigger("0 0 0 1 * *")] TimerInfo timer) =>
        journal.Write($"reconcile {(timer.IsPastDue ? "late" : "on time")}");

    public sealed record Reminder(string CaseId, int Days);
}
