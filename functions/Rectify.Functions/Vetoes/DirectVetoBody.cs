using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Vetoes;

/// <summary>Body of <c>POST /api/vetoes</c> and of its preview.</summary>
internal sealed record DirectVetoBody(
    UnitId UnitId, DirectVetoGround Ground, DateOnly DecidedOn, string Facts, string LegalBasis, DateOnly? EventOn = null,
    AccountabilityGround? AccountabilityGround = null, string? DocumentNumber = null, string? IssuedBy = null, string? RulebookId = null,
    IReadOnlyList<NamedOfficial>? Officials = null, CaseId? PrecededBy = null)
{
    /// <summary>Every text and list that is out of bounds, as one problem.</summary>
    public Problem? Refuse() => Problem.Together(
        Texts.Refuse(
            ("facts", Facts, Texts.Page), ("legalBasis", LegalBasis, Texts.Line), ("issuedBy", IssuedBy, Texts.Line),
            ("documentNumber", DocumentNumber, Texts.Line)),
        NamedOfficial.Refuse(Officials));
}

/// <summary>The grounds on which a veto is imposed without a listing.</summary>
internal enum DirectVetoGround
{
    /// <summary>V1.</summary>
    GraveHarm,

    /// <summary>V3.</summary>
    TwoYearAssessment,

    /// <summary>V4.</summary>
    Other,
}
