using Rectify.Domain.Assessments;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Records;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Office.Assessments;

/// <summary>Records assessments, and opens or withdraws the vetoes of a unit that follow from them (V3).</summary>
/// <remarks>
/// The entry is recorded first; then the grounds that follow from all entries of the unit are compared with its cases. If the process dies
/// in between, the same request sent again, or the reconcile timer, completes the work.
/// </remarks>
public sealed class AssessmentHandler(
    IAssessmentStore assessmentStore, ILedger ledger, CaseRepository caseRepository, CaseCommandHandler commandHandler,
    OpeningHandler openingHandler, OpeningLookup openingLookup, CountedMeasures counted, OfficeSettings office, TimeProvider clock)
{
    // The key of such a request names the unit, the year and the entries, so requests with the same key never differ: the hash is constant.
    private const string BodyHash = "assessments";

    /// <summary>Records an entry; nothing is recorded when it says the same as the latest entry of the year.</summary>
    public async Task<Outcome<EnteredAssessment>> EnterAsync(UnitId unitId, int year, AssessmentBody body, string actor,
        CancellationToken cancellation)
    {
        while (true)
        {
            var (entries, now) = (await assessmentStore.EntriesOfAsync(unitId, cancellation), clock.GetUtcNow());
            var standing = entries.LastOrDefault(entry => entry.Year == year);
            if (!body.ToEntry(unitId, year, standing, entries.Count + 1, actor, now, LocalDay.Of(now), GradesOn)
                .Try(out var entry, out var problem))
            {
                return problem;
            }

            if (entry == standing || await assessmentStore.TryAddAsync(entry, cancellation)) return new EnteredAssessment(entry, standing);
        }
    }

    /// <summary>
    /// The grades of the rulebook in force on the day of a decision, which also counts the failed years; empty where it has none, or none
    /// was in force.
    /// </summary>
    public IReadOnlyList<AssessmentGrade> GradesOn(DateOnly day) =>
        openingLookup.Rulebook(null, day, "decidedOn").Try(out var rulebook, out _) ? rulebook.AssessmentGrades ?? [] : [];

    /// <summary>The counts that an entry reaches, recorded or about to be, by the rulebook in force on the day of its decision.</summary>
    public async Task<IReadOnlyList<AssessmentWarning.CountReached>> ReachedByAsync(
        AssessmentEntry entry, CancellationToken cancellation) =>
        (await openingLookup.UnitAsync(entry.UnitId, cancellation)).Try(out var unit, out _)
        && openingLookup.Rulebook(null, entry.DecidedOn, "decidedOn").Try(out var rulebook, out _)
            ? [.. (await counted.ReachedByAsync(entry, unit.AsListed(), rulebook, cancellation)).Select(
                reached => new AssessmentWarning.CountReached(reached))]
            : [];

    /// <summary>
    /// Opens a veto for every ground of failed years that has none, and withdraws vetoes whose basis was corrected. Returns warnings
    /// about what could not be opened and what needs a person.
    /// </summary>
    /// <remarks>
    /// The actor of what follows is the person who made the entry from which it follows, whichever process carries it out: a case looks the
    /// same wherever a process died.
    /// </remarks>
    public async Task<IReadOnlyList<AssessmentWarning>> ApplyAsync(IOrchestrationWaker orchestrations, UnitId unitId,
        CancellationToken cancellation)
    {
        while (true)
        {
            var entries = await assessmentStore.EntriesOfAsync(unitId, cancellation);
            var grounds = GroundsIn(entries);
            foreach (var veto in await VetoesOfAsync(unitId, cancellation))
            {
                if (!veto.Years.StandIn(entries)) await WithdrawAsync(orchestrations, veto, entries, cancellation);
            }

            List<AssessmentWarning> warnings = [];
            var vetoes = await VetoesOfAsync(unitId, cancellation);
            foreach (var ground in grounds.Where(ground => !vetoes.Any(veto => Answers(veto, ground))))
                warnings.AddRange(await OpenAsync(orchestrations, unitId, ground, entries, cancellation));

            // Another entry was recorded meanwhile and may have changed the grounds: compare again.
            if ((await assessmentStore.EntriesOfAsync(unitId, cancellation)).Count == entries.Count) return warnings;
        }
    }

    /// <summary>The cases of a unit that opened because years were failed, in the order of opening.</summary>
    public async Task<IReadOnlyList<AssessmentVeto>> VetoesOfAsync(UnitId unitId, CancellationToken cancellation)
    {
        List<AssessmentVeto> vetoes = [];
        foreach (var caseId in await ledger.CasesOfAsync(new Subject.Unit(unitId), cancellation))
        {
            if (await caseRepository.FindAsync(caseId,
                cancellation) is { State.File.Opening: Opening.DirectVeto { Entry.Assessments: { Count: > 1 } years } } record)
                vetoes.Add(new AssessmentVeto(record, new FailedYears(years)));
        }

        return vetoes;
    }

    /// <summary>
    /// The ground of a veto that the office decides by hand under V3: the last failed years on record that are one; null when there are
    /// none.
    /// </summary>
    /// <remarks>Also returns a problem when a veto for the same last year exists already, proposed, in force or over.</remarks>
    public async Task<(FailedYears? Ground, Problem? Standing)> GroundOfAsync(UnitId unitId, CancellationToken cancellation)
    {
        if (GroundsIn(await assessmentStore.EntriesOfAsync(unitId, cancellation)) is not [.., var ground]) return (null, null);
        var vetoes = await VetoesOfAsync(unitId, cancellation);
        return (ground, vetoes.LastOrDefault(veto => veto.Years.Last.Year == ground.Last.Year && veto.Stands) is { } standing
            ? Stands(standing) : null);
    }

    /// <summary>The grounds that follow from the entries of a unit, each year by the rulebook in force when it was failed.</summary>
    public IReadOnlyList<FailedYears> GroundsIn(IEnumerable<AssessmentEntry> entries) => FailedYears.In(
        entries, day => openingLookup.Rulebook(null, day, "decidedOn").Try(out var rulebook, out _) ? rulebook.AssessmentVeto : null);

    private static Problem Stands(AssessmentVeto veto)
    {
        var (record, years) = (veto.Case, veto.Years);
        var message = AssessmentMessages.VetoStands.With(
            years.Words, record.CaseId, record.State.File.Opening.DocumentNumber, CaseStatus.Of(record.State),
            record.State.File.Opening.LegalBasis).At("ground");
        return Problem.Of(ProblemKind.Conflict, ProblemTitles.VetoStands, message).About("ground", message);
    }

    // A ground opens one case only, whatever became of that case. A veto for the same year that rests on corrected entries has to be
    // decided about before another one is opened.
    private static bool Answers(AssessmentVeto veto, FailedYears ground) =>
        veto.Years.IsSameAs(ground) || (veto.Years.Last.Year == ground.Last.Year && veto.Stands);

    private async Task<IReadOnlyList<AssessmentWarning>> OpenAsync(
        IOrchestrationWaker orchestrations, UnitId unitId, FailedYears ground, IReadOnlyList<AssessmentEntry> entries,
        CancellationToken cancellation)
    {
        var actor = entries.Single(entry => entry.Revision == ground.Years.Max(year => year.Revision)).Actor;
        var key = $"assessments|{unitId}|{ground.Last.Year}|{string.Join('+', ground.Years.Select(year => year.Revision))}";
        var request = new OpeningRequest(actor, key, BodyHash);
        if (await openingHandler.FindAnswerAsync(request, cancellation) is not { } answer)
        {
            var draft = new OpeningDraft(ground.DecidedOn, "decidedOn", null, await CommandAsync(unitId, ground, cancellation));
            answer = await openingHandler.OpenAsync(draft, request, cancellation);
        }

        if (!answer.Try(out var opened, out var problem))
            return [new AssessmentWarning.NotOpened(ground, problem)];
        if (opened.NewCases is not [var record, ..]) return [];

        await orchestrations.WakeAsync(record.CaseId, record.State.File.MeasuresInForce, cancellation);
        return
        [
            .. record.State.File.Opening.Leaders.Count > 0 ? []
                : new AssessmentWarning[] { new AssessmentWarning.NobodyInPost(unitId, ground, record.CaseId) },
            .. opened.Warnings.Select(warning => new AssessmentWarning.OfCase(record.CaseId, warning)),
        ];
    }

    private async Task<Outcome<CaseCommand>> CommandAsync(UnitId unitId, FailedYears ground, CancellationToken cancellation)
    {
        if (!(await openingLookup.UnitAsync(unitId, cancellation)).Try(out var unit, out var problem)) return problem;
        if (!openingLookup.Rulebook(null, ground.DecidedOn, "decidedOn").Try(out var rulebook, out problem)) return problem;

        return new CaseCommand.VetoForAssessments(
            unit.AsListed(), ground, $"{string.Join("、", ground.Years.Select(Named))}考核均不合格",
            await openingLookup.InPostAsync(unitId, ground.DecidedOn, rulebook.RolesOf(Measure.Veto), cancellation), "", office.Name,
            rulebook);

        static string Named(FailedYear year) => $"{year.Year}年度{(year.DocumentNumber is { } document ? $"（{document}）" : "")}";
    }

    private async Task WithdrawAsync(
        IOrchestrationWaker orchestrations, AssessmentVeto veto, IReadOnlyList<AssessmentEntry> entries, CancellationToken cancellation)
    {
        // The reason of the withdrawal names the year that was corrected last.
        var corrected = entries.Last(entry => veto.Years.Years.Any(year => year.Year == entry.Year));
        var now = corrected.Result == AssessmentResult.Failed
            ? $"{corrected.Words.Chinese}（{corrected.DecidedOn:yyyy-MM-dd}）"
            : corrected.Words.Chinese;
        var command = new CaseCommand.WithdrawAssessments($"{corrected.Year}年度考核结果更正为{now}：{corrected.Reason}", office.Name);
        if (await commandHandler.ExecuteAsync(veto.Case.CaseId, command, corrected.Actor, null,
            cancellation) is CommandOutcome.Done(var record, { Count: > 0 }))
            await orchestrations.WakeAsync(record.CaseId, record.State.File.MeasuresTaken, cancellation);
    }
}

/// <summary>The latest entry of a year after a request, and the latest one before it; null when there was none.</summary>
public sealed record EnteredAssessment(AssessmentEntry Entry, AssessmentEntry? Before);

/// <summary>A case that opened because years were failed.</summary>
public sealed record AssessmentVeto(CaseRecord Case, FailedYears Years)
{
    /// <summary>Whether the veto is proposed, in force or over, and neither declined nor revoked.</summary>
    public bool Stands => Case.State is CaseState.VetoProposed
        || (Case.State.File.Veto is not null && !Case.State.File.Revoked.Contains(Measure.Veto));
}
