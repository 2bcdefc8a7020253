using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>
/// Body of <c>POST /api/cases/{caseId}/correction</c>. Absent members stay unchanged. The officials are a complete list: in a case with a
/// listing and a veto, that of one measure. For another unit they are those of the register where they are left out.
/// </summary>
public sealed record CorrectionBody(
    string Reason, string DecidedBy, string? Facts = null, string? DocumentNumber = null, IReadOnlyList<NamedOfficial>? Officials = null,
    Measure? Measure = null) : ICommandBody
{
    /// <summary>The right unit.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The ground for accountability.</summary>
    public AccountabilityGround? Ground { get; init; }

    /// <summary>The codes of the grounds that the rulebook lists, all of them.</summary>
    public IReadOnlyList<string>? GroundCodes { get; init; }

    /// <summary>How grave the matter is.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The goals, all of them.</summary>
    public IReadOnlyList<string>? Goals { get; init; }

    /// <summary>The day of the measure.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The day on which the unit received the document.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The day of the event.</summary>
    public DateOnly? EventOn { get; init; }

    /// <summary>The period to rectify.</summary>
    public Period? Period { get; init; }

    /// <summary>A day on which a report is due that the document itself names.</summary>
    public DateOnly? ReportDueOn { get; init; }

    /// <summary>The article.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The organ that decided.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>An earlier case of the unit that the document names.</summary>
    public CaseId? PreviousCaseId { get; init; }

    /// <summary>Who proposed a veto without a listing.</summary>
    public string? ProposedBy { get; init; }

    public Outcome<CaseCommand> ToCommand(Caller caller)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("reason", Reason, TextLimits.Page), ("decidedBy", DecidedBy, TextLimits.Line), ("facts", Facts, TextLimits.Page),
                ("documentNumber", DocumentNumber, TextLimits.Line), ("legalBasis", LegalBasis, TextLimits.Line),
                ("issuedBy", IssuedBy, TextLimits.Line), ("proposedBy", ProposedBy, TextLimits.Line)),
            Goals is null ? null : GoalList.Refuse(Goals),
            NamedOfficial.Refuse(Officials),
            Measure is not null && Officials is null ? Problem.Rule("measure", CaseRequestMessages.MeasureWithoutOfficials) : null);
        return refusal is not null ? refusal : new CaseCommand.CorrectCase(Facts, DocumentNumber, null, Reason, DecidedBy)
        {
            Opening = new OpeningCorrection
            {
                Ground = Ground,
                GroundCodes = GroundCodes,
                Severity = Severity,
                Goals = Goals,
                BeganOn = On,
                ReceivedOn = ReceivedOn,
                EventOn = EventOn,
                Period = Period,
                ReportDueOn = ReportDueOn,
                LegalBasis = LegalBasis,
                IssuedBy = IssuedBy,
                PreviousCaseId = PreviousCaseId,
                ProposedBy = ProposedBy,
            },
        };
    }

    public async Task<Outcome<CaseCommand>> ToCommandAsync(
        Caller caller, CaseRecord record, OpeningLookup openingLookup, CancellationToken cancellation)
    {
        if (!ToCommand(caller).Try(out var command, out var problem)) return problem;
        var (correct, opening) = ((CaseCommand.CorrectCase)command, record.State.File.Opening);
        if (UnitId is { } unitId && unitId != opening.Unit.UnitId)
            return await OfAnotherUnitAsync(correct, unitId, opening, openingLookup, cancellation);
        if (Officials is null) return command;
        // Each official is recorded with the post held in the unit on the day of the measure, as when a case is opened (S6).
        var day = Measure == Domain.Sanctions.Measure.Veto && VetoBars.DayOf(record.State) is { } ofVeto ? ofVeto : On ?? opening.BeganOn;
        if (!(await openingLookup.NamedAsync(Officials, (opening.Unit.UnitId, day), cancellation)).Try(out var leaders, out problem))
            return problem;

        return correct with { Leaders = leaders, Measure = Measure };
    }

    // Whom the measure bars besides the right unit is asked of the register, as when a case is opened.
    private async Task<Outcome<CaseCommand>> OfAnotherUnitAsync(
        CaseCommand.CorrectCase correct, UnitId unitId, Opening opening, OpeningLookup openingLookup, CancellationToken cancellation)
    {
        var measure = opening is Opening.DirectVeto ? Domain.Sanctions.Measure.Veto : Domain.Sanctions.Measure.Listing;
        // A veto for grave harm bars those who were in office on the day of the event (S6).
        var day = opening is Opening.DirectVeto { Entry.Ground: VetoGround.GraveHarm }
            ? EventOn ?? opening.EventOn ?? On ?? opening.BeganOn
            : On ?? opening.BeganOn;
        // A notice and a talk bar nobody, so that a unit without anybody in post can get one.
        var named = opening is Opening.Admonition ? Officials ?? [] : Officials;
        var ground = await openingLookup.GroundAsync(unitId, named, day, opening.Rulebook, measure, cancellation);
        if (!ground.Try(out var found, out var problem)) return problem;

        var leaders = opening is Opening.Admonition && Officials is null
            ? await openingLookup.InPostAsync(unitId, day, opening.Rulebook.RolesOf(measure), cancellation)
            : found.Leaders;
        return correct with { Leaders = leaders, Opening = correct.Opening! with { Unit = found.Unit.AsListed() } };
    }
}
