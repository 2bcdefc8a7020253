using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Access;
using Rectify.Functions.Http;

namespace Rectify.Functions.Cases;

/// <summary>A body that asks a case to do something.</summary>
internal interface ICommandBody
{
    /// <summary>The command of this caller, or what is wrong with the body by itself.</summary>
    Outcome<CaseCommand> ToCommand(Caller caller);

    /// <summary>The same, with what the body only names looked up.</summary>
    Task<Outcome<CaseCommand>> ToCommandAsync(Caller caller, CaseClerk clerk, CancellationToken cancellation) => Task.FromResult(ToCommand(caller));
}

/// <summary>Body of <c>POST /api/cases/{caseId}/submission</c>.</summary>
internal sealed record SubmissionBody(string Summary, DateOnly? SubmittedOn = null, IReadOnlyList<Evidence>? Evidence = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var evidence = Evidence ?? [];
        var refusal = Texts.Refuse(("summary", Summary, Texts.Page)) ?? EvidenceForm.Refuse(evidence);
        return refusal is not null ? refusal : new CaseCommand.SubmitRectification(
            SubmittedOn, Summary, evidence, caller.Role == Role.Unit ? EnteredBy.Unit : EnteredBy.Office);
    }
}

/// <summary>Body of <c>POST /api/cases/{caseId}/inspection</c>.</summary>
internal sealed record InspectionBody(
    InspectionResult Result, string Remarks, DateOnly? InspectedOn = null, LateFailure? IfFailedLate = null, DateOnly? NewDueOn = null,
    string? DocumentNumber = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        if (Texts.Refuse(("remarks", Remarks, Texts.Page), ("documentNumber", DocumentNumber, Texts.Line)) is { } refusal) return refusal;
        if ((IfFailedLate == LateFailure.Continue) != NewDueOn.HasValue)
            return Problem.Rule("continue-needs-date", "newDueOn", "newDueOn: given together with ifFailedLate \"continue\", and only then. (S9)");
        if (Result == InspectionResult.Passed)
            return IfFailedLate is null
                ? new CaseCommand.PassInspection(InspectedOn, Remarks, DocumentNumber)
                : Problem.Rule("passed-not-failed", "ifFailedLate", "ifFailedLate: only with the result \"failed\". (S9)");
        if (DocumentNumber is not null)
            return Problem.Rule("failed-not-numbered", "documentNumber", "documentNumber: only with the result \"passed\", of which a release notice tells. (S14)");

        return new CaseCommand.FailInspection(
            InspectedOn, Remarks, NewDueOn is { } day ? new IfFailedLate.ContinueUntil(day) : new IfFailedLate.Escalate());
    }
}

/// <summary>What the inspection found.</summary>
internal enum InspectionResult
{
    /// <summary>合格.</summary>
    Passed,

    /// <summary>不合格.</summary>
    Failed,
}

/// <summary>What follows when an inspection fails after the deadline.</summary>
internal enum LateFailure
{
    /// <summary>The veto.</summary>
    Escalate,

    /// <summary>The listing continues to a new deadline.</summary>
    Continue,
}

/// <summary>Body of <c>POST /api/cases/{caseId}/extension</c>: <c>by</c> or <c>dueOn</c>.</summary>
internal sealed record ExtensionBody(string Reason, string ApprovedBy, Period? By = null, DateOnly? DueOn = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        if (Texts.Refuse(("reason", Reason, Texts.Page), ("approvedBy", ApprovedBy, Texts.Line)) is { } refusal) return refusal;
        return (By, DueOn) switch
        {
            (Period.Until, null) => Problem.Rule("period-form", "by", "by: months, days or workingDays; a day is given as dueOn. (D7)"),
            ({ } by, null) => new CaseCommand.GrantExtension(by, Reason, ApprovedBy),
            (null, { } day) => new CaseCommand.GrantExtension(new Period.Until(day), Reason, ApprovedBy),
            _ => Problem.Rule("period-form", "by", "An extension names exactly one of by and dueOn. (D7)"),
        };
    }
}

/// <summary>Body of <c>POST /api/cases/{caseId}/suspension</c>.</summary>
internal sealed record SuspensionBody(string Reason) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Texts.Refuse(("reason", Reason, Texts.Page)) is { } refusal ? refusal : new CaseCommand.SuspendClock(Reason);
}

/// <summary>Body of <c>POST /api/cases/{caseId}/resumption</c>.</summary>
internal sealed record ResumptionBody(string Reason) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Texts.Refuse(("reason", Reason, Texts.Page)) is { } refusal ? refusal : new CaseCommand.ResumeClock(Reason);
}

/// <summary>Body of <c>POST /api/cases/{caseId}/veto-decision</c>.</summary>
internal sealed record VetoDecisionBody(VetoVerdict Decision, string Remarks, DateOnly? DecidedOn = null, string? DocumentNumber = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Texts.Refuse(("remarks", Remarks, Texts.Page), ("documentNumber", DocumentNumber, Texts.Line)) is { } refusal
            ? refusal
            : new CaseCommand.DecideVeto(Decision, DecidedOn, DocumentNumber, Remarks);
}

/// <summary>Body of <c>POST /api/cases/{caseId}/next-rung</c>. The next rung itself is opened by a case that names this one (<c>precededBy</c>).</summary>
internal sealed record NextRungBody(NextRungVerdict Decision, string Reason, string DecidedBy, DateOnly? DecidedOn = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        Texts.Refuse(("reason", Reason, Texts.Page), ("decidedBy", DecidedBy, Texts.Line)) is { } refusal
            ? refusal
            : new CaseCommand.DeclineNextRung(DecidedOn, Reason, DecidedBy);
}

/// <summary>What is decided about the next rung without opening it.</summary>
internal enum NextRungVerdict
{
    /// <summary>不予升级.</summary>
    Decline,
}

/// <summary>Body of <c>POST /api/cases/{caseId}/revocation</c>.</summary>
internal sealed record RevocationBody(
    RevokedMeasure Measure, EffectOfRevocation Effect, string Reason, string DecidedBy, DateOnly? On = null, SanctionId? SanctionId = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        if (Texts.Refuse(("reason", Reason, Texts.Page), ("decidedBy", DecidedBy, Texts.Line)) is { } refusal) return refusal;
        if (Effect == EffectOfRevocation.Void && On is not null)
            return Problem.Rule("void-has-no-date", "on", "on: only with the effect \"fromDate\"; void counts from the start. (S10)");
        if ((Measure == RevokedMeasure.Sanction) != SanctionId.HasValue)
            return Problem.Rule("sanction-id", "sanctionId", "sanctionId: given with the measure \"sanction\", and only then. (S10)");

        RevocationEffect effect = Effect == EffectOfRevocation.Void ? new RevocationEffect.Void() : new RevocationEffect.FromDate(On);
        if (Measure == RevokedMeasure.Admonition) return new CaseCommand.RevokeRung(effect, Reason, DecidedBy);
        return SanctionId is { } sanctionId
            ? new CaseCommand.RevokeSanction(sanctionId, effect, Reason, DecidedBy)
            : new CaseCommand.RevokeMeasure(
                Measure == RevokedMeasure.Listing ? Domain.Sanctions.Measure.Listing : Domain.Sanctions.Measure.Veto, effect, Reason, DecidedBy);
    }
}

/// <summary>What is taken back.</summary>
internal enum RevokedMeasure
{
    /// <summary>The listing with all its sanctions.</summary>
    Listing,

    /// <summary>The veto with all its sanctions.</summary>
    Veto,

    /// <summary>One sanction.</summary>
    Sanction,

    /// <summary>The notice or the talk (S16).</summary>
    Admonition,
}

/// <summary>From when a revocation counts.</summary>
internal enum EffectOfRevocation
{
    /// <summary>From a day on.</summary>
    FromDate,

    /// <summary>From the start.</summary>
    Void,
}
