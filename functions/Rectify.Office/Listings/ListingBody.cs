using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Listings;

/// <summary>
/// Body of <c>POST /api/listings</c> and of its preview. Without a period that of the rulebook applies, where it has one.
/// </summary>
public sealed record ListingBody(
    UnitId UnitId, AccountabilityGround Ground, string Facts, DateOnly ListedOn, IReadOnlyList<string> Goals,
    string LegalBasis, string IssuedBy, Severity Severity = Severity.Serious, DateOnly? ReceivedOn = null,
    string? DocumentNumber = null, string? RulebookId = null, IReadOnlyList<NamedOfficial>? Officials = null,
    CaseId? PrecededBy = null, Period? Period = null, DateOnly? EventOn = null,
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
