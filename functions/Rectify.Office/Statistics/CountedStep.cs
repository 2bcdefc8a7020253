using Rectify.Domain.Calendar;
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
    Fulfilled,
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
    public static IEnumerable<CountedStep> Of(CaseState.Opened state, WorkingCalendar calendar)
    {
        var file = state.File;
        IReadOnlyList<CaseEvent> entries = file.History?.Entries ?? [];
        if (file.Opening is not Opening.DirectVeto && !file.IsRungVoid)
        {
            foreach (var step in OfRung(file, entries, calendar)) yield return step;
        }

        if (DayOfVeto(file, entries) is { } vetoed) yield return new(vetoed, CountedKind.Vetoed);
    }

    // The last veto that was imposed, unless it was void: an earlier one may have been taken back.
    private static DateOnly? DayOfVeto(CaseFile file, IReadOnlyList<CaseEvent> entries)
    {
        if (file.Veto is not { } standing) return null;

        var imposed = entries.LastOrDefault(entry => entry is CaseEvent.VetoImposed) as CaseEvent.VetoImposed;
        var isVoid = entries.SkipWhile(entry => entry != imposed).Any(
            entry => entry is CaseEvent.MeasureRevoked { Measure: Measure.Veto, Revocation: Revocation.Void });
        if (imposed is null || isVoid) return null;

        // A direct veto is decided on the day of its opening, which may have been corrected.
        return file.Opening is Opening.DirectVeto { Entry: { ProposedBy: null, Ground: not VetoGround.TwoYearAssessment } }
            ? file.Opening.BeganOn
            : imposed.DecidedOn ?? standing.Term.From;
    }

    private static IEnumerable<CountedStep> OfRung(CaseFile file, IReadOnlyList<CaseEvent> entries, WorkingCalendar calendar)
    {
        yield return new(file.Opening.BeganOn, file.Rung switch
        {
            Rung.Notice => CountedKind.Notice,
            Rung.Talk => CountedKind.Talk,
            _ => CountedKind.Listing,
        });
        foreach (var extension in entries.OfType<CaseEvent.ExtensionGranted>()) yield return new(extension.GrantedOn, CountedKind.Extended);
        foreach (var failed in file.Submissions.Failed) yield return new(failed, CountedKind.Refused);
        foreach (var fulfilled in entries.OfType<CaseEvent.RungFulfilled>()) yield return new(fulfilled.InspectedOn, CountedKind.Fulfilled);
        if (file.Release is not { On: var released }) yield break;

        yield return new(released, CountedKind.Released, released.DayNumber - file.Opening.BeganOn.DayNumber);
        if (IsInTime(file, entries, released, calendar)) yield return new(released, CountedKind.ReleasedInTime);
    }

    // The report that was judged last decides; without one, the day of the inspection. Whoever was given more time after a deadline had
    // passed was not in time.
    private static bool IsInTime(CaseFile file, IReadOnlyList<CaseEvent> entries, DateOnly released, WorkingCalendar calendar)
    {
        if (entries.Any(entry => entry is CaseEvent.ListingContinued or CaseEvent.UrgingIssued { Milestone: null })) return false;

        var judged = file.Submissions.HandedIn.Where(day => day <= released).DefaultIfEmpty(released).Max();
        return judged <= (file.ApplicationsUntil(calendar) ?? file.Deadline?.Effective);
    }
}
