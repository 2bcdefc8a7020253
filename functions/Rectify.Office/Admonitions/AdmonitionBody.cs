using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Admonitions;

/// <summary>Body of <c>POST /api/admonitions</c> and of its preview. Without a period that of the rulebook applies.</summary>
public sealed record AdmonitionBody(
    UnitId UnitId, LowerRung Rung, AccountabilityGround Ground, string Facts, DateOnly IssuedOn, IReadOnlyList<string> Goals,
    string LegalBasis, string IssuedBy, Severity Severity = Severity.Ordinary, Period? Period = null,
    string? DocumentNumber = null, string? RulebookId = null, IReadOnlyList<NamedOfficial>? Officials = null, CaseId? PrecededBy = null,
    DateOnly? ReceivedOn = null, DateOnly? EventOn = null,
    DateOnly? ReportDueOn = null, CaseId? PreviousCaseId = null, string? VisitId = null,
    IReadOnlyList<string>? GroundCodes = null)
{
    /// <summary>The level of the body that decided; null where none is named.</summary>
    public UnitLevel? IssuerLevel { get; init; }

    /// <summary>Every text and list that is out of bounds, as one problem.</summary>
    public Problem? Refuse() => Problem.Together(
        TextLimits.Refuse(
            ("facts", Facts, TextLimits.Page), ("legalBasis", LegalBasis, TextLimits.Line), ("issuedBy", IssuedBy, TextLimits.Line),
            ("documentNumber", DocumentNumber, TextLimits.Line)),
        GoalList.Refuse(Goals),
        NamedOfficial.Refuse(Officials));
}

/// <summary>The rungs below the listing.</summary>
public enum LowerRung
{
    /// <summary>通报.</summary>
    Notice,

    /// <summary>约谈.</summary>
    Talk,
}
