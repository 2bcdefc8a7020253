using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>The state of a case after a correction of its opening.</summary>
internal static class CorrectedCase
{
    /// <summary>
    /// The case with the corrected opening. Sanctions of a wrong unit, and those that began on a wrong day, are void; those that take their
    /// place are entries of their own. Where a day or the period was corrected, a deadline that had been missed counts as not missed, and
    /// what follows from the corrected one falls due.
    /// </summary>
    public static CaseState.Opened Of(CaseState.Opened state, CaseEvent.CaseCorrected corrected)
    {
        var start = corrected is { Deadlines: null, VetoTerm: null } ? state : Running(state);
        var (file, opening) = (start.File, start.File.Opening.With(corrected));
        return start with
        {
            File = file with
            {
                Opening = opening,
                FormerLeaders = corrected.Leaders is null ? file.FormerLeaders : [.. file.EveryLeader],
                VetoLeaders = corrected.Leaders is null ? file.VetoLeaders : null,
                FormerUnits = corrected.Opening?.Unit is null ? file.FormerUnits : [.. file.FormerUnits, file.Opening.Unit],
                Sanctions =
                [
                    .. file.Sanctions.Select(
                        sanction => IsReplaced(sanction, corrected, file) ? sanction.TakenBack(new Revocation.Void()) : sanction),
                ],
                Expired = [.. file.Expired.Where(measure => !HasOtherDays(measure, corrected))],
                Rectification = corrected.Deadlines is { } deadlines
                    ? ClockReplay.Clock(file, opening, ClockReplay.MovesOf(file.History?.Entries ?? []), deadlines)
                    : file.Rectification,
                Veto = VetoOf(file, corrected),
            },
        };
    }

    // A veto that was decided at once was decided on the day of its opening.
    private static Veto? VetoOf(CaseFile file, CaseEvent.CaseCorrected corrected)
    {
        if (file.Veto is not { } veto) return null;
        var decidedOn = corrected.Opening?.BeganOn is { } day && file.Opening is Opening.DirectVeto { Entry.ProposedBy: null }
            && veto.DecidedOn == file.Opening.BeganOn ? day : veto.DecidedOn;
        return veto with { Term = corrected.VetoTerm ?? veto.Term, DecidedOn = decidedOn };
    }

    // What had ended because of the wrong days goes on by the right ones.
    private static CaseState.Opened Running(CaseState.Opened state) => Withdrawal.OfMissedDeadline(state.File)?.State
        ?? (state is CaseState.Closed ? Withdrawal.OfClosing(state.File)?.State : null) ?? state;

    /// <summary>Whether the sanctions of a measure have other days after a correction.</summary>
    public static bool HasOtherDays(Measure measure, CaseEvent.CaseCorrected corrected) => measure == Measure.Listing
        ? corrected is { Opening.BeganOn: not null, Deadlines: not null }
        : corrected.VetoTerm is not null;

    private static bool IsReplaced(Sanction sanction, CaseEvent.CaseCorrected corrected, CaseFile file) =>
        HasOtherDays(sanction.Measure, corrected)
        || (corrected.Opening?.Unit is { } unit && unit.UnitId != file.Opening.Unit.UnitId
            && sanction.Subject == new Subject.Unit(file.Opening.Unit.UnitId));
}
