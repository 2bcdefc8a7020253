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
    string? DocumentNumber = null, string? RulebookId = null, IReadOnlyList<NamedOfficial>? Officials = null)
{
    private const int MaxGoals = 50;

    /// <summary>The first text or list that is out of bounds, as a problem.</summary>
    public Problem? Refuse() =>
        Texts.Refuse(
            ("facts", Facts, Texts.Page), ("legalBasis", LegalBasis, Texts.Line), ("issuedBy", IssuedBy, Texts.Line),
            ("documentNumber", DocumentNumber, Texts.Line))
        ?? (Goals.Count is >= 1 and <= MaxGoals
            ? null
            : Problem.Rule("goals-count", "goals", $"goals: 1 to {MaxGoals}, since the inspection judges them; got {Goals.Count}. (S8)"))
        ?? Goals.Select((goal, index) => Texts.Refuse(($"goals[{index}]", goal, Texts.Page))).FirstOrDefault(problem => problem is not null)
        ?? NamedOfficial.Refuse(Officials);
}
