using Microsoft.DurableTask.Client;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Cases;

namespace Rectify.Functions.Cases;

/// <summary>Carries out a command on a case and wakes the orchestrations that it concerns, for requests and for forms.</summary>
public sealed class CommandRunner(CaseCommandHandler handler, Workflows workflows)
{
    /// <inheritdoc cref="CaseCommandHandler.ExecuteAsync"/>
    public async Task<CommandOutcome> RunAsync(
        DurableTaskClient durable, CaseId caseId, CaseCommand command, string actor, int? expectedVersion, CancellationToken cancellation)
    {
        var outcome = await handler.ExecuteAsync(caseId, command, actor, expectedVersion, cancellation);

        // Also the terms that this very command has ended: they have to learn of it.
        if (outcome is CommandOutcome.Done(var record, _))
            await workflows.WakeAsync(durable, caseId, record.State.File.MeasuresTaken, cancellation);
        return outcome;
    }
}
