using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Statistics;

/// <summary>What is counted.</summary>
internal enum CountedKind
{
    Notice,
    Talk,
    Listing,
    Released,
    ReleasedInTime,
    Refused,
    Extended,
    Vetoed,
}

/// <summary>Something in a case that is counted, by its own day and not by that of its entry.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Days">Of a release, the days since the listing; 0 otherwise.</param>
internal readonly record struct CountedStep(DateOnly On, CountedKind Kind, int Days = 0)
{
    /// <summary>What is counted of a case. A measure that was taken back as void counts as if it had not been.</summary>
    public static IEnumerable<CountedStep> Of(CaseState.Opened state)
    {
        var file = state.File;
        var entries = file.History?.Entries ?? [];
        if (file.Opening is not Opening.DirectVeto && !entries.Any(IsVoidOfRung))
        {
            foreach (var step in OfRung(file, entries)) yield return step;
        }

        if (file.Veto is not null && entries.OfType<CaseEvent.VetoImposed>().LastOrDefault() is { } veto
            && !entries.Any(one => one is CaseEvent.MeasureRevoked { Measure: Measure.Veto, Revocation: Revocation.Void }))
        {
            yield return new(veto.DecidedOn ?? veto.Term.From, CountedKind.Vetoed);
        }
    }

    private static bool IsVoidOfRung(CaseEvent entry) => entry is CaseEvent.RungRevoked { Revocation: Revocation.Void }
        or CaseEvent.MeasureRevoked { Measure: Measure.Listing, Revocation: Revocation.Void };

    private static IEnumerable<CountedStep> OfRung(CaseFile file, IReadOnlyList<CaseEvent> entries)
    {
        yield return new(file.Opening.BeganOn, file.Rung switch
        {
            Rung.Notice => CountedKind.Notice,
            Rung.Talk => CountedKind.Talk,
            _ => CountedKind.Listing,
        });
        foreach (var extension in entries.OfType<CaseEvent.ExtensionGranted>()) yield return new(extension.GrantedOn, CountedKind.Extended);
        foreach (var failed in file.Submissions.Failed) yield return new(failed, CountedKind.Refused);
        if (file.Release is not { On: var released }) yield break;

        yield return new(released, CountedKind.Released, released.DayNumber - file.Opening.BeganOn.DayNumber);
        // The report that was judged last decides; without one, the day of the inspection.
        var judged = file.Submissions.HandedIn.Where(day => day <= released).DefaultIfEmpty(released).Max();
        if (judged <= file.Deadline?.Effective) yield return new(released, CountedKind.ReleasedInTime);
    }
}
