using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>
/// The sanctions in the place of those that a correction makes void: of the right unit, or with the right days. What was taken back by
/// itself stays taken back.
/// </summary>
internal static class CorrectedSanctions
{
    public static IReadOnlyList<CaseEvent> Of(CaseState.Opened before, CaseEvent.CaseCorrected corrected, CaseId caseId)
    {
        var after = ((CaseState.Opened)Evolution.Evolve(before, corrected)).File;
        Measure[] measures =
        [
            .. after.Opening is Opening.Listing ? [Measure.Listing] : Array.Empty<Measure>(),
            .. after.Veto is null ? Array.Empty<Measure>() : [Measure.Veto],
        ];
        return [.. measures.SelectMany(measure => Of(measure, before.File, after, corrected, caseId))];
    }

    private static IEnumerable<CaseEvent> Of(
        Measure measure, CaseFile before, CaseFile after, CaseEvent.CaseCorrected corrected, CaseId caseId)
    {
        var (was, unit) = (new Subject.Unit(before.Opening.Unit.UnitId), new Subject.Unit(after.Opening.Unit.UnitId));
        IEnumerable<Subject> subjects = CorrectedCase.HasOtherDays(measure, corrected) ? after.SubjectsOf(measure)
            : was == unit ? []
            : [unit];
        var first = after.Sanctions.Count(sanction => sanction.Measure == measure);
        return
        [
            .. from one in subjects.Select((subject, index) => (Subject: subject, Index: index))
               let former = Last(before, measure, one.Subject == unit ? was : one.Subject)
               // Who was named after the measure had been taken back was never barred by it.
               where former is not null || !before.Revoked.Contains(measure)
               let term = TermOf(measure, former ?? Last(before, measure, was), after, corrected)
               where term is not null
               let imposed = Consequence.Sanction(measure, term.Value, one.Subject, first + one.Index, caseId).Sanction
               select new CaseEvent.SanctionImposed(imposed with { Revocation = former?.Revocation }),
        ];
    }

    private static Sanction? Last(CaseFile file, Measure measure, Subject subject) =>
        file.Sanctions.LastOrDefault(sanction => sanction.Measure == measure && sanction.Subject == subject);

    // The end of the listing's sanction, unless the veto that had ended it counts no more.
    private static DateOnly? StandingEnd(Sanction? former, CaseFile after) =>
        former is not null && after.Find(former.Id) is { } standing ? standing.Term.End : null;

    private static DayInterval? TermOf(Measure measure, Sanction? former, CaseFile after, CaseEvent.CaseCorrected corrected)
    {
        if (!CorrectedCase.HasOtherDays(measure, corrected)) return former?.Term;
        if (measure == Measure.Veto) return corrected.VetoTerm;

        var term = Consequence.ListingTerm(after.Opening.BeganOn, after.Rulebook);
        return after.Rulebook.ListingSanction == ListingSanction.WhileListed && StandingEnd(former, after) is { } ended
            && term is { From: var from }
            ? new DayInterval(from, ended > from ? ended : from)
            : term;
    }
}
