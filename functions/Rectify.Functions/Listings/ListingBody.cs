using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Listings;

/// <summary>Body of <c>POST /api/listings</c> and of its preview.</summary>
internal sealed record ListingBody(
    UnitId UnitId, AccountabilityGround Ground, string Facts, DateOnly ListedOn, Period Period, IReadOnlyList<string> Goals,
    string LegalBasis, string IssuedBy, Severity Severity = Severity.Serious, DateOnly? ReceivedOn = null,
    string? DocumentNumber = null, string? RulebookId = null, IReadOnlyList<NamedOfficial>? Officials = null,
    CaseId? PrecededBy = null)
{
    /// <summary>Every text and list that is out of bounds, as one problem.</summary>
    public Problem? Refuse() => Problem.Together(
        Texts.Refuse(
            ("facts", Facts, Texts.Page), ("legalBasis", LegalBasis, Texts.Line), ("issuedBy", IssuedBy, Texts.Line),
            ("documentNumber", DocumentNumber, Texts.Line)),
        GoalList.Refuse(Goals),
        NamedOfficial.Refuse(Officials));
}
