using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Functions.Cases;

/// <summary>A case on the wire, seen on a given day.</summary>
internal sealed record CaseView(
    CaseId CaseId, string Kind, CaseStatus Status, Light Light, ListedUnit Unit, AccountabilityGround Ground, Severity Severity,
    string Facts, DateOnly ListedOn, DateOnly? ReceivedOn, Period Period, DeadlineView Deadline,
    IReadOnlyList<ListedLeader> Officials, IReadOnlyList<string> Goals, string DocumentNumber, string LegalBasis, string IssuedBy,
    string RulebookId, VetoView? Veto, IReadOnlyList<SanctionView> Sanctions, StepView? NextStep, int Version)
{
    public static CaseView Of(CaseRecord record, DateOnly today, WorkingCalendar calendar)
    {
        var (file, opening) = (record.State.File, record.State.File.Opening);
        var steps = Schedule.Of(record.State, calendar);
        return new CaseView(
            record.CaseId, "listing", CaseStatus.Of(record.State), LightRule.Of(record.State, today), opening.Unit, opening.Ground,
            opening.Severity, opening.Facts, opening.ListedOn, opening.ReceivedOn, opening.Period, DeadlineView.Of(file),
            opening.Leaders, opening.Goals, opening.DocumentNumber, opening.LegalBasis, opening.IssuedBy, file.Rulebook.Id,
            file.Veto is { } veto ? VetoView.Of(veto) : null,
            [.. file.Sanctions.Select(sanction => SanctionView.Of(record.CaseId, sanction, opening.DocumentNumber, today))],
            steps is [var next, ..] ? StepView.Of(next) : null, record.Version);
    }
}

/// <summary>The deadline of a case on the wire.</summary>
internal sealed record DeadlineView(DateOnly Nominal, DateOnly Effective, DateTimeOffset ExpiresAt, bool Provisional, int Extended)
{
    public static DeadlineView Of(CaseFile file) => Of(file.Deadline, file.Extensions);

    public static DeadlineView Of(Deadline deadline, int extended) =>
        new(deadline.Nominal, deadline.Effective, deadline.ExpiresAt, deadline.Provisional, extended);
}

/// <summary>A veto on the wire.</summary>
internal sealed record VetoView(VetoGround Ground, DateOnly From, DateOnly To, string LegalBasis, bool NeedsReview)
{
    public static VetoView Of(Veto veto) => new(veto.Ground, veto.Term.From, veto.Term.To, veto.LegalBasis, veto.NeedsReview == Review.Needed);
}

/// <summary>A sanction on the wire, seen on a given day.</summary>
internal sealed record SanctionView(
    SanctionId SanctionId, CaseId CaseId, Subject Subject, Bars Bars, Measure Measure, DateOnly From, DateOnly To,
    SanctionStatus Status, Revocation? Revocation, string DocumentNumber)
{
    public static SanctionView Of(CaseId caseId, Sanction sanction, string documentNumber, DateOnly day) =>
        new(sanction.Id, caseId, sanction.Subject, sanction.Bars, sanction.Measure, sanction.Term.From, sanction.Term.To,
            sanction.StatusOn(day), sanction.Revocation, documentNumber);
}

/// <summary>A future step on the wire.</summary>
internal sealed record StepView(string Step, DateTimeOffset DueAt, DateOnly Day, int? Days, Measure? Measure)
{
    public static StepView Of(Step step) => step switch
    {
        Step.Remind(var reminder, _) => new(step.Name, step.DueAt, step.Day, reminder.Days, reminder.Measure),
        Step.EndSanctions(var measure, _) => new(step.Name, step.DueAt, step.Day, null, measure),
        _ => new(step.Name, step.DueAt, step.Day, null, null),
    };
}
