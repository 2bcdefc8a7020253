using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Sanctions;

namespace Rectify.Functions.Cases;

/// <summary>The activities of the orchestrations. Each may run twice: what is recorded already is not recorded again.</summary>
public sealed class CaseActivities(IServiceProvider services)
{
    private readonly Caretaker caretaker = services.GetRequiredService<Caretaker>();

    [Function(nameof(CarryOutCase))]
    public Task<Plan> CarryOutCase(
        [ActivityTrigger] string caseId, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        caretaker.CarryOutCaseAsync(durable, new CaseId(caseId), cancellation);

    [Function(nameof(CarryOutTerm))]
    public Task<Plan> CarryOutTerm(
        [ActivityTrigger] TermId term, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) =>
        WireName.TryParse<Measure>(term.Measure, out var measure)
            ? caretaker.CarryOutTermAsync(durable, new CaseId(term.CaseId), measure, cancellation)
            : throw new ArgumentException($"A measure is one of {WireName.List<Measure>()}; got {term.Measure}.", nameof(term));
}
