using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>更正: a field of the opening or a person was entered wrongly. A new entry says so; no old one is changed (S10).</summary>
internal static class CorrectionDecision
{
    public static Decision Of(CaseCommand.CorrectCase command, CaseState.Opened state, DecisionContext context)
    {
        var (file, opening, fields) = (state.File, state.File.Opening, command.Opening?.In(state.File.Opening));
        if (Refuse(command, state) is { } wrongMeasure) return wrongMeasure;
        var measure = command.Measure ?? (opening is Opening.DirectVeto ? Measure.Veto : Measure.Listing);
        if (command.Leaders is { } named && Refuse(named, file, measure) is { } refusal) return refusal;
        if (Rejection.Together(
                RefuseForeign(fields, file), OpeningLimits.RefuseGrounds(fields?.GroundCodes, file.Rung, file.Rulebook),
                fields?.Unit is { } unit ? OpeningLimits.RefuseKind(unit, file.Rung, file.Rulebook) : null,
                fields?.BeganOn is { } day ? OpeningLimits.RefuseRulebook(file.Rulebook, day) : null) is { } foreign)
            return foreign;

        var before = file.LeadersOf(measure);
        var leaders = command.Leaders ?? before;
        var persons = !leaders.ToHashSet().SetEquals(before);
        if ((command.Facts ?? opening.Facts) == opening.Facts
            && (command.DocumentNumber ?? opening.DocumentNumber) == opening.DocumentNumber && !persons && fields is null)
            return Rejection.Rule("reason", RevocationMessages.NothingToCorrect);
        var dates = CorrectedDates.Of(fields, state, context);
        if (dates.Refusal is { } wrongDates) return wrongDates;

        // A case with one measure records its persons in CaseCorrected, as all versions have done; MeasureCorrected is for cases with two
        // measures. Of another unit the persons are those of both measures.
        var apart = fields?.Unit is null && (file.HasTwoMeasures || (measure == Measure.Veto && file.Opening is Opening.Listing));
        Measure[] measures = apart ? [measure] : [.. file.MeasuresTaken];
        var corrected = new CaseEvent.CaseCorrected(
            context.Today, command.Facts, command.DocumentNumber, apart ? null : command.Leaders, command.Reason, command.DecidedBy)
        {
            Opening = fields,
            Deadlines = dates.Deadlines,
            VetoTerm = dates.VetoTerm,
        };
        var words = command is not { Facts: null, DocumentNumber: null } || fields is not null;
        return Decision.Accept(
        [
            .. !apart || command.Leaders is null || words
                ? [corrected, .. CorrectedSanctions.Of(state, corrected, context.CaseId)]
                : Array.Empty<CaseEvent>(),
            .. apart && command.Leaders is not null && persons
                ? [new CaseEvent.MeasureCorrected(context.Today, measure, leaders, command.Reason, command.DecidedBy)]
                : Array.Empty<CaseEvent>(),
            .. measures.Where(one => !CorrectedCase.HasOtherDays(one, corrected)).SelectMany(one => Persons(one, command, file, context)),
        ]);
    }

    // Whoever is named now and was not is barred, and whoever was and is not any more is free from the start (S6).
    private static IEnumerable<CaseEvent> Persons(
        Measure measure, CaseCommand.CorrectCase command, CaseFile file, DecisionContext context)
    {
        if (command.Leaders is not { } leaders) return [];
        var before = file.LeadersOf(measure);
        return
        [
            .. leaders.ExceptBy(before.Select(leader => leader.OfficialId), leader => leader.OfficialId)
                .SelectMany((leader, index) => Imposed(new Subject.Official(leader.OfficialId), index, [measure], file, context.CaseId)),
            .. before.ExceptBy(leaders.Select(leader => leader.OfficialId), leader => leader.OfficialId)
                .SelectMany(leader => Freed(new Subject.Official(leader.OfficialId), [measure], file, command)),
        ];
    }

    private static Rejection? RefuseForeign(OpeningCorrection? fields, CaseFile file)
    {
        var foreign = (fields, file.Opening) switch
        {
            (null, _) => null,
            ({ Severity: not null }, Opening.DirectVeto) => "severity",
            ({ Goals: not null }, Opening.DirectVeto) => "goals",
            ({ ReceivedOn: not null }, Opening.DirectVeto) => "receivedOn",
            ({ Period: not null }, Opening.DirectVeto) => "period",
            ({ ReportDueOn: not null }, Opening.DirectVeto) => "reportDueOn",
            ({ EventOn: not null }, Opening.DirectVeto { Entry.Ground: not VetoGround.GraveHarm }) => "eventOn",
            ({ ProposedBy: not null }, not Opening.DirectVeto) => "proposedBy",
            _ => null,
        };
        return foreign is null ? null : Rejection.Rule(foreign, CorrectionMessages.NotOfMeasure.With(file.Rung));
    }

    private static Rejection? Refuse(CaseCommand.CorrectCase command, CaseState.Opened state) => (command, state.File) switch
    {
        ({ Measure: not null, Leaders: null }, _) =>
            Rejection.Rule("measure", RevocationMessages.MeasureWithoutOfficials.Told().At("measure")),
        ({ Measure: Measure.Veto }, { Veto: null }) when state is not CaseState.VetoProposed =>
            Rejection.Conflict("measure", RevocationMessages.NoVetoToCorrect),
        ({ Measure: Measure.Listing }, { Opening: not Opening.Listing } file) =>
            Rejection.Conflict("measure", RevocationMessages.NoListingToCorrect.With(file.Rung)),
        ({ Measure: null, Leaders: not null, Opening: null or { Unit: null } }, { HasTwoMeasures: true }) =>
            Rejection.Rule("measure", RevocationMessages.MeasureNeeded.Told().At("measure")),
        _ => null,
    };

    private static Rejection? Refuse(IReadOnlyList<ListedLeader> leaders, CaseFile file, Measure measure) =>
        file.Opening is Opening.Admonition
            ? LeaderList.RefuseCalled(leaders, file.Rung)
            : LeaderList.Refuse(leaders, file.Rulebook, measure);

    // A person who should have been named is barred like the other persons of the measure, from its first day (S6).
    private static IEnumerable<CaseEvent> Imposed(Subject subject, int index, IReadOnlyList<Measure> measures, CaseFile file,
        CaseId caseId) =>
        from measure in measures
        let ofMeasure = file.Sanctions.Where(sanction => sanction.Measure == measure).ToList()
        let like = ofMeasure.Where(sanction => sanction.Barred is not null).MaxBy(sanction => sanction.Barred!.Value.To)
        where like is not null
        select new CaseEvent.SanctionImposed(
            Consequence.Sanction(measure, like.Term, subject, ofMeasure.Count + index,
                caseId).Sanction with
            { Revocation = like.Revocation });

    // A person who should not have been named was barred wrongly from the start, so the sanction is void.
    private static IEnumerable<CaseEvent> Freed(Subject subject, IReadOnlyList<Measure> measures, CaseFile file,
        CaseCommand.CorrectCase command) =>
        from sanction in file.Sanctions
        where sanction.Subject == subject && measures.Contains(sanction.Measure) && sanction.Barred is not null
        select new CaseEvent.SanctionRevoked(sanction.Id, new Revocation.Void(), command.Reason, command.DecidedBy);
}
