using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.Vetoes;

/// <summary>Body of <c>POST /api/vetoes</c> and of its preview.</summary>
public sealed record DirectVetoBody(
    UnitId UnitId, DirectVetoGround Ground, DateOnly DecidedOn, string Facts, string LegalBasis, DateOnly? EventOn = null,
    AccountabilityGround? AccountabilityGround = null, string? DocumentNumber = null, string? IssuedBy = null, string? RulebookId = null,
    IReadOnlyList<NamedOfficial>? Officials = null, CaseId? PrecededBy = null, CaseId? PreviousCaseId = null,
    string? ProposedBy = null, IReadOnlyList<string>? GroundCodes = null)
{
    /// <summary>The level of the body that decides; null where none is named.</summary>
    public UnitLevel? IssuerLevel { get; init; }

    /// <summary>The level of the body that proposes; null where none is named.</summary>
    public UnitLevel? ProposerLevel { get; init; }

    /// <summary>Every text and list that is out of bounds, as one problem.</summary>
    public Problem? Refuse() => Problem.Together(
        TextLimits.Refuse(
            ("facts", Facts, TextLimits.Page), ("legalBasis", LegalBasis, TextLimits.Line), ("issuedBy", IssuedBy, TextLimits.Line),
            ("documentNumber", DocumentNumber, TextLimits.Line), ("proposedBy", ProposedBy, TextLimits.Line)),
        NamedOfficial.Refuse(Officials));
}

/// <summary>The grounds on which a veto is imposed without a listing.</summary>
public enum DirectVetoGround
{
    /// <summary>V1: especially grave harm or influence.</summary>
    GraveHarm,

    /// <summary>V3: two consecutive failed assessment years.</summary>
    TwoYearAssessment,

    /// <summary>V4: another matter.</summary>
    Other,
}
