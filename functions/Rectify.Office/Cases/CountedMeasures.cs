using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Office.Records;

namespace Rectify.Office.Cases;

/// <summary>
/// Counts the measures against a unit and the failed years of its assessment, where a rulebook asks for something more after so many
/// (计次).
/// </summary>
public sealed class CountedMeasures(ILedger ledger, CaseRepository cases, IAssessmentStore assessments)
{
    /// <summary>
    /// What the opening of a case reaches, by the case's own rulebook; empty where that counts nothing, and for a veto or a measure that
    /// was taken back from its start.
    /// </summary>
    /// <param name="record">The case, recorded or about to be.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<ReachedCount>> ReachedByAsync(CaseRecord record, CancellationToken cancellation)
    {
        var file = record.State.File;
        return file.Rulebook.Triggers is { } triggers && OfCase(record) is { } latest
            ? await ReachedAsync((file.Rulebook, triggers), file.Opening.Unit, latest, record.CaseId, null, cancellation)
            : [];
    }

    /// <summary>What an entry of the yearly assessment reaches, by the rulebook in force on the day of the decision.</summary>
    /// <param name="entry">The entry, recorded or about to be.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="rulebook">That rulebook.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<ReachedCount>> ReachedByAsync(
        AssessmentEntry entry, ListedUnit unit, Rulebook rulebook, CancellationToken cancellation) =>
        rulebook.Triggers is { } triggers && entry.Result == AssessmentResult.Failed
            ? await ReachedAsync((rulebook, triggers), unit, OfYear(entry), null, entry.Year, cancellation)
            : [];

    private async Task<IReadOnlyList<ReachedCount>> ReachedAsync(
        (Rulebook Rulebook, IReadOnlyList<CountingTrigger> Triggers) rules, ListedUnit unit, CountedOne latest, CaseId? itself,
        int? itsYear, CancellationToken cancellation)
    {
        var wanted = rules.Triggers.Where(trigger => trigger.Counts.Contains(latest.What)).ToList();
        if (wanted.Count == 0) return [];

        List<CountedOne> others =
        [
            .. from year in FailedYears.Failed(await assessments.EntriesOfAsync(unit.UnitId, cancellation))
               where year.Year != itsYear
               select new CountedOne(Counted.FailedAssessment, year.Year, year.DecidedOn, year.DocumentNumber),
        ];
        foreach (var caseId in await ledger.CasesOfAsync(new Subject.Unit(unit.UnitId), cancellation))
        {
            if (caseId != itself && await cases.FindAsync(caseId, cancellation) is { } other && OfCase(other) is { } one)
                others.Add(one);
        }

        // What a unit of this kind cannot meet is not proposed.
        var highest = rules.Rulebook.HighestFor(unit.Kind);
        return ReachedCount.By(wanted.Where(trigger => trigger.Proposes is not { } proposed || proposed <= highest), latest, others);
    }

    // A measure that is void counts as never taken; one that was taken back from a day on was taken.
    private static CountedOne? OfCase(CaseRecord record) =>
        record.State.File.IsRungVoid
            ? null
            : record.State.File.Opening switch
            {
                Opening.Admonition { Rung: Rung.Notice } opening => Of(Counted.Notice, opening),
                Opening.Admonition opening => Of(Counted.Talk, opening),
                Opening.Listing opening => Of(Counted.Listing, opening),
                _ => null,
            };

    private static CountedOne OfYear(AssessmentEntry entry) =>
        new(Counted.FailedAssessment, entry.Year, entry.DecidedOn, entry.DocumentNumber);

    private static CountedOne Of(Counted what, Opening opening) => new(what, opening.BeganOn.Year, opening.BeganOn, opening.DocumentNumber);
}
