using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>The body of a request that carries a command on a case.</summary>
public interface ICommandBody
{
    /// <summary>The command, or what is wrong with the body on its own.</summary>
    Outcome<CaseCommand> ToCommand(Caller caller);

    /// <summary>The command for a given case, after looking up what the body only names, such as officials.</summary>
    Task<Outcome<CaseCommand>> ToCommandAsync(Caller caller, CaseRecord record, OpeningLookup openingLookup,
        CancellationToken cancellation) =>
        Task.FromResult(ToCommand(caller));
}

/// <summary>Body of <c>POST /api/cases/{caseId}/submission</c>.</summary>
public sealed record SubmissionBody(string Summary, DateOnly? SubmittedOn = null, IReadOnlyList<Evidence>? Evidence = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var evidence = Evidence ?? [];
        var refusal = Problem.Together(TextLimits.Refuse(("summary", Summary, TextLimits.Page)), EvidenceForm.Refuse(evidence));
        return refusal is not null ? refusal : new CaseCommand.SubmitRectification(
            SubmittedOn, Summary, evidence, caller.Role == Role.Unit ? EnteredBy.Unit : EnteredBy.Office);
    }
}

/// <summary>Body of <c>POST /api/cases/{caseId}/inspection</c>.</summary>
public sealed record InspectionBody(
    InspectionResult Result, string Remarks, DateOnly? InspectedOn = null, LateFailure? IfFailedLate = null, DateOnly? NewDueOn = null,
    string? DocumentNumber = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(("remarks", Remarks, TextLimits.Page), ("documentNumber", DocumentNumber, TextLimits.Line)),
            (IfFailedLate == LateFailure.Continue) == NewDueOn.HasValue
                ? null
                : Problem.Rule("newDueOn", CaseRequestMessages.ContinueNeedsDate),
            (Result, IfFailedLate, DocumentNumber) switch
            {
                (InspectionResult.Passed, not null, _) => Problem.Rule("ifFailedLate", CaseRequestMessages.PassedNotFailed),
                (InspectionResult.Failed, _, not null) => Problem.Rule("documentNumber", CaseRequestMessages.FailedNotNumbered),
                _ => null,
            });
        if (refusal is not null) return refusal;

        return Result == InspectionResult.Passed
            ? new CaseCommand.PassInspection(InspectedOn, Remarks, DocumentNumber)
            : new CaseCommand.FailInspection(
                InspectedOn, Remarks, NewDueOn is { } day ? new IfFailedLate.ContinueUntil(day) : new IfFailedLate.Escalate());
    }
}

/// <summary>What the inspection found.</summary>
public enum InspectionResult
{
    /// <summary>合格.</summary>
    Passed,

    /// <summary>不合格.</summary>
    Failed,
}

/// <summary>What follows when an inspection fails after the deadline.</summary>
public enum LateFailure
{
    /// <summary>The veto.</summary>
    Escalate,

    /// <summary>The listing continues to a new deadline.</summary>
    Continue,
}

/// <summary>Body of <c>POST /api/cases/{caseId}/extension</c>, with exactly one of <c>by</c> and <c>dueOn</c>.</summary>
public sealed record ExtensionBody(
    string Reason, string ApprovedBy, Period? By = null, DateOnly? DueOn = null, DateOnly? AskedOn = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("approvedBy", ApprovedBy, TextLimits.Line)),
            (By, DueOn) switch
            {
                (Period.Until, null) => Problem.Rule("by", CaseRequestMessages.PeriodWithoutDay),
                (null, null) or (not null, not null) => Problem.Of(Rejection.Rule("by", CaseRequestMessages.PeriodOrDay)),
                _ => null,
            });
        return refusal is not null ? refusal : new CaseCommand.GrantExtension(
            By ?? new Period.Until(DueOn!.Value), Reason, ApprovedBy, AskedOn);
    }
}

/// <summary>Body of <c>POST /api/cases/{caseId}/suspension</c>.</summary>
/// <remarks>Without a day it is today.</remarks>
public sealed record SuspensionBody(string Reason, DateOnly? SuspendedOn = null, string? ApprovedBy = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("approvedBy", ApprovedBy, TextLimits.Line)) is { } refusal
            ? refusal
            : new CaseCommand.SuspendClock(Reason, SuspendedOn, ApprovedBy);
}

/// <summary>Body of <c>POST /api/cases/{caseId}/resumption</c>.</summary>
/// <remarks>Without a day it is today.</remarks>
public sealed record ResumptionBody(string Reason, DateOnly? ResumedOn = null, string? ApprovedBy = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("approvedBy", ApprovedBy, TextLimits.Line)) is { } refusal
            ? refusal
            : new CaseCommand.ResumeClock(Reason, ResumedOn, ApprovedBy);
}

/// <summary>
/// Body of <c>POST /api/cases/{caseId}/next-rung</c>, which declines the proposed rung. To open that rung, a new case is opened that names
/// this one (<c>precededBy</c>).
/// </summary>
public sealed record NextRungBody(NextRungVerdict Decision, string Reason, string DecidedBy, DateOnly? DecidedOn = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line)) is { } refusal
            ? refusal
            : new CaseCommand.DeclineNextRung(DecidedOn, Reason, DecidedBy);
}

/// <summary>What is decided about the next rung without opening it.</summary>
public enum NextRungVerdict
{
    /// <summary>不予升级.</summary>
    Decline,
}

/// <summary>Body of <c>POST /api/cases/{caseId}/consequence</c>: the criticism or the decision after a missed measure.</summary>
public sealed record ConsequenceBody(string Text, string DecidedBy, DateOnly? DecidedOn = null, string? DocumentNumber = null)
    : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) => TextLimits.Refuse(
        ("text", Text, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line),
        ("documentNumber", DocumentNumber, TextLimits.Line)) is { } refusal
        ? refusal
        : new CaseCommand.DecideConsequence(DecidedOn, Text, DecidedBy, DocumentNumber);
}

/// <summary>
/// Body of <c>POST /api/cases/{caseId}/urging-letter</c>: a letter after a missed deadline, or after the plan or report that
/// <c>milestone</c> names.
/// </summary>
public sealed record UrgingBody(
    string Text, string IssuedBy, string? Milestone = null, DateOnly? IssuedOn = null, DateOnly? DueOn = null,
    string? DocumentNumber = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) => TextLimits.Refuse(
        ("text", Text, TextLimits.Page), ("issuedBy", IssuedBy, TextLimits.Line), ("milestone", Milestone, TextLimits.Line),
        ("documentNumber", DocumentNumber, TextLimits.Line)) is { } refusal
        ? refusal
        : new CaseCommand.Urge(Milestone, IssuedOn, DueOn, Text, IssuedBy, DocumentNumber ?? "");
}

/// <summary>Body of <c>POST /api/cases/{caseId}/milestone</c>: a plan or a report that came in.</summary>
public sealed record MilestoneBody(string Milestone, DateOnly? ReceivedOn = null, string? Remarks = null) : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller) =>
        TextLimits.Refuse(("milestone", Milestone, TextLimits.Line), ("remarks", Remarks, TextLimits.Page)) is { } refusal
            ? refusal
            : new CaseCommand.ReceiveMilestone(Milestone, ReceivedOn, Remarks ?? "");
}

/// <summary>Body of <c>POST /api/cases/{caseId}/revocation</c>.</summary>
public sealed record RevocationBody(
    RevokedMeasure Measure, EffectOfRevocation Effect, string Reason, string DecidedBy, DateOnly? On = null, SanctionId? SanctionId = null)
        : ICommandBody
{
    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(("reason", Reason, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line)),
            Effect == EffectOfRevocation.Void && On is not null ? Problem.Rule("on", CaseRequestMessages.VoidHasNoDate) : null,
            (Measure == RevokedMeasure.Sanction) == SanctionId.HasValue
                ? null
                : Problem.Rule("sanctionId", CaseRequestMessages.SanctionId));
        if (refusal is not null) return refusal;

        RevocationEffect effect = Effect == EffectOfRevocation.Void ? new RevocationEffect.Void() : new RevocationEffect.FromDate(On);
        if (Measure == RevokedMeasure.Admonition) return new CaseCommand.RevokeRung(effect, Reason, DecidedBy);
        return SanctionId is { } sanctionId
            ? new CaseCommand.RevokeSanction(sanctionId, effect, Reason, DecidedBy)
            : new CaseCommand.RevokeMeasure(
                Measure == RevokedMeasure.Listing ? Domain.Sanctions.Measure.Listing : Domain.Sanctions.Measure.Veto, effect, Reason,
                DecidedBy);
    }
}

/// <summary>What is taken back.</summary>
public enum RevokedMeasure
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
public enum EffectOfRevocation
{
    /// <summary>From a day on.</summary>
    FromDate,

    /// <summary>From the start.</summary>
    Void,
}
