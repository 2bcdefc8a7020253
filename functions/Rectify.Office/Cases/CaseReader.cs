using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.Cases;

/// <summary>
/// Reads a case from its entries; where the rulebook asks who is in office in the unit, that is looked up in the register.
/// </summary>
public sealed class CaseReader(IRegisterStore registerStore, UnreadableCases unreadable)
{
    /// <summary>The case as far as it can be read, which <see cref="UnreadableCases"/> notes; null when there is none.</summary>
    /// <param name="stream">The entries, and how many the storage knows to have been recorded.</param>
    /// <param name="context">The case, the instant, and the calendar in force.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CaseReading?> ReadAsync(CaseStream stream, DecisionContext context, CancellationToken cancellation)
    {
        var reading = CaseReading.Of(stream, context);
        if (reading is CaseReading.Readable({ State.File: var file } record)
            && await HoldersAsync(file.Rulebook, file.Opening.Unit.UnitId, cancellation) is { } holders)
        {
            reading = record.FallenDue.Count == 0
                ? new CaseReading.Readable(record with { InOffice = holders })
                : CaseReading.Of(stream, context with { InOffice = holders });
        }

        return unreadable.Noted(context.CaseId, reading);
    }

    /// <summary>
    /// Who holds office in the unit; null where the rulebook bars the persons of the listing, so that the register need not be asked.
    /// </summary>
    public async Task<OfficeHolders?> HoldersAsync(Rulebook rulebook, UnitId unitId, CancellationToken cancellation) =>
        rulebook.VetoPersons == VetoPersons.Listed ? null : await registerStore.HoldersOfAsync(unitId, cancellation);
}
