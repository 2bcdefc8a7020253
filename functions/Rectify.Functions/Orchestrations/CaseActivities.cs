using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Calendar;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Orchestrations;

/// <summary>
/// The activities of the case and term orchestrations. Each may run twice, since what is recorded already is not recorded again.
/// </summary>
public sealed class CaseActivities(DueStepRunner dueStepRunner, CurrentCalendar calendar)
{
    [Function(nameof(CarryOutCase))]
    public async Task<Plan> CarryOutCase(
        [ActivityTrigger] string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        await calendar.RefreshAsync(cancellation);
        return await dueStepRunner.CarryOutCaseAsync(durable, new CaseId(caseId), cancellation);
    }

    [Function(nameof(CarryOutTerm))]
    public async Task<Plan> CarryOutTerm(
        [ActivityTrigger] TermId term, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        await calendar.RefreshAsync(cancellation);
        return WireName.TryParse<Measure>(term.Measure, out var measure)
            ? await dueStepRunner.CarryOutTermAsync(durable, new CaseId(term.CaseId), measure, cancellation)
            : throw new ArgumentException($"A measure is one of {WireName.List<Measure>()}; got {term.Measure}.", nameof(term));
    }
}
