using System.Diagnostics;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>A veto without a listing before it: V1 from the day of the event, V3 and V4 from the decision (S3).</summary>
internal static class DirectVetoDecision
{
    public static Decision Of(CaseCommand.VetoDirectly command, DecisionContext context)
    {
        if (Refuse(command, context) is { } refusal) return refusal;

        var from = command.Ground == VetoGround.GraveHarm ? command.EventOn!.Value : command.DecidedOn;
        var term = SanctionTerm.Of(from, command.Rulebook.Veto.SanctionMonths);
        if (term.To < command.DecidedOn)
            return Rejection.Rule("nothing-left-of-the-veto", "eventOn", $"A veto for grave harm counts from the day of the event, {from:yyyy-MM-dd}, and would have ended on {term.To:yyyy-MM-dd}, before the decision of {command.DecidedOn:yyyy-MM-dd}. (S3, {command.Rulebook.DirectVeto!.EventSource})");

        var opened = new CaseEvent.VetoCaseOpened(
            command.Unit, command.Ground, command.AccountabilityGround, command.EventOn, command.DecidedOn, command.Facts, command.Leaders,
            command.DocumentNumber, command.LegalBasis, command.IssuedBy, command.Rulebook,
            command.Years is { } years ? [years.First, years.Second] : null, command.PrecededBy);
        return Decision.Accept(
        [
            opened, new CaseEvent.VetoImposed(command.Ground, term, command.LegalBasis, command.DecidedOn),
            .. Consequence.Sanctions(Measure.Veto, term, CaseFile.Of(opened), context.CaseId),
        ]);
    }

    private static Rejection? Refuse(CaseCommand.VetoDirectly command, DecisionContext context)
    {
        var rulebook = command.Rulebook;
        if (rulebook.DirectVeto is null)
            return Rejection.Rule("direct-veto-not-allowed", "ground", $"The rulebook {rulebook.Id} knows no veto without a listing; got {WireName.Of(command.Ground)}. (S3)");
        if (command.Ground == VetoGround.DeadlineMissed)
            return Rejection.Rule("not-a-direct-veto", "ground", "A missed deadline leads to the veto in the case of its listing; got deadlineMissed. (S2)");
        if (command.Ground == VetoGround.GraveHarm != command.EventOn.HasValue)
            return Rejection.Rule("event-date", "eventOn", $"The day of the event is given for graveHarm, from which it counts, and only then; got {(command.EventOn is { } day ? $"{day:yyyy-MM-dd}" : "none")} for {WireName.Of(command.Ground)}. (S3, {rulebook.DirectVeto.EventSource})");

        var earliest = context.Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        if (command.DecidedOn < earliest || command.DecidedOn > context.Today)
            return Rejection.Rule("date-out-of-range", "decidedOn", $"A decision lies between {earliest:yyyy-MM-dd} and today, {context.Today:yyyy-MM-dd} (rulebook {rulebook.Id}: {rulebook.Backdating.MaxDaysBack} days back); got {command.DecidedOn:yyyy-MM-dd}. (S3)");
        if (command.EventOn > command.DecidedOn)
            return Rejection.Rule("date-out-of-range", "eventOn", $"The event lies on or before the day of the decision, {command.DecidedOn:yyyy-MM-dd}; got {command.EventOn:yyyy-MM-dd}. (S3)");
        if (!rulebook.InForceOn(command.DecidedOn))
            return Rejection.Rule("rulebook-not-in-force", "rulebookId", $"The rulebook {rulebook.Id} is not in force on {command.DecidedOn:yyyy-MM-dd}.");

        return RefuseYears(command, rulebook)
            ?? LeaderList.Refuse(command.Leaders, rulebook)
            ?? CoveredDay.Refuse("decidedOn", command.DecidedOn, context.Calendar)
            ?? (command.EventOn is { } eventOn ? CoveredDay.Refuse("eventOn", eventOn, context.Calendar) : null);
    }

    // What the book does not hold is no ground, whoever says so; and nobody can have decided about two years before both were failed.
    private static Rejection? RefuseYears(CaseCommand.VetoDirectly command, Rulebook rulebook)
    {
        if (command.Ground != VetoGround.TwoYearAssessment)
            return command.Years is null ? null : throw new UnreachableException($"{command.Ground} rests on no years.");
        if (rulebook.AssessmentVeto is not { } rule)
            return Rejection.Rule("assessment-veto-not-known", "ground", $"The rulebook {rulebook.Id} knows no veto for failed assessments; got twoYearAssessment. (V3)");
        if (command.Years is not { } years)
            return Rejection.Rule("no-two-failed-years", "ground", $"A veto for failed assessments rests on two consecutive failed years that stand in the assessment book; got twoYearAssessment for \"{command.Unit.UnitId}\", of which no such years stand there. (V3, {rule.Source})");
        return command.DecidedOn >= years.DecidedOn
            ? null
            : Rejection.Rule("date-out-of-range", "decidedOn", $"A decision lies on or after the day on which both years were failed, {years.DecidedOn:yyyy-MM-dd} ({years.First.Year} and {years.Second.Year}); got {command.DecidedOn:yyyy-MM-dd}. (V3, {rule.Source})");
    }
}
