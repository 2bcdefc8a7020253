using Microsoft.DurableTask.Client;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Openings;

namespace Rectify.Functions.Cases;

/// <summary>Wakes the orchestrations that an opening concerns.</summary>
internal static class OpenedCases
{
    /// <summary>Starts the orchestrations of the new cases, and wakes those of the cases on the rung before.</summary>
    public static async Task WakeAsync(this Workflows workflows, DurableTaskClient durable, Opened opened, CancellationToken cancellation)
    {
        foreach (var record in opened.NewCases)
            await workflows.WakeAsync(durable, record.CaseId, record.State.File.MeasuresInForce, cancellation);
        foreach (var earlier in opened.Preceding) await workflows.WakeAsync(durable, earlier, [], cancellation);
    }
}

/// <summary>A sanction in the answer of a preview.</summary>
internal sealed record PreviewedSanction(Subject Subject, Bars Bars, Measure Measure, DateOnly From, DateOnly? To)
{
    public static PreviewedSanction Of(Sanction sanction) =>
        new(sanction.Subject, sanction.Bars, sanction.Measure, sanction.Term.From, sanction.Term.End);
}
