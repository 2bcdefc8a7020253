using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Office.Listings;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Office.JointListings;

/// <summary>
/// Body of <c>POST /api/joint-listings</c> and of its preview: one document that lists several units, each with a case of its own. What
/// stands beside <c>units</c> holds for all of them; a unit may have facts, goals, a day of receipt and persons of its own.
/// </summary>
public sealed record JointListingBody(
    IReadOnlyList<JointUnit> Units, AccountabilityGround Ground, string Facts, DateOnly ListedOn, IReadOnlyList<string> Goals,
    string LegalBasis, string IssuedBy, Severity Severity = Severity.Serious, DateOnly? ReceivedOn = null,
    string? DocumentNumber = null, string? RulebookId = null, Period? Period = null, DateOnly? EventOn = null,
    DateOnly? ReportDueOn = null, IReadOnlyList<string>? GroundCodes = null)
{
    /// <summary>The level of the body that decided; null where none is named.</summary>
    public UnitLevel? IssuerLevel { get; init; }

    private const int Fewest = 2;

    /// <summary>The most units that one document lists here.</summary>
    public const int Most = 50;

    /// <summary>The problem with the list of units itself: too short, too long, or a unit that stands in it twice.</summary>
    public Problem? Refuse() => Units.Count is < Fewest or > Most
        ? Problem.Rule("units", JointListingMessages.UnitsCount.With(Fewest, Most, Units.Count))
        : Problem.Together(
            from unit in Units.Index()
            let first = Units.Index().First(other => other.Item.UnitId == unit.Item.UnitId).Index
            where first < unit.Index
            select Problem.Rule($"units[{unit.Index}].unitId", JointListingMessages.UnitTwice.With(unit.Item.UnitId, first + 1)));

    /// <summary>The listing of one of the units.</summary>
    public ListingBody Of(JointUnit unit) => new(
        unit.UnitId, Ground, unit.Facts ?? Facts, ListedOn, unit.Goals ?? Goals, LegalBasis, IssuedBy, Severity,
        unit.ReceivedOn ?? ReceivedOn, DocumentNumber, RulebookId, unit.Officials, unit.PrecededBy, Period, EventOn, ReportDueOn,
        unit.PreviousCaseId, GroundCodes: GroundCodes)
    {
        IssuerLevel = IssuerLevel,
    };
}

/// <summary>A unit that a document lists together with others. A member that is absent is that of the document.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Facts">What happened there.</param>
/// <param name="Goals">The goals of this unit, which the inspection judges.</param>
/// <param name="ReceivedOn">The day on which this unit received the document.</param>
/// <param name="Officials">The persons named with it; those of the register when absent.</param>
/// <param name="PrecededBy">The case of this unit on a lower rung that this one follows (S16).</param>
/// <param name="PreviousCaseId">An earlier case of this unit that the document renews.</param>
public sealed record JointUnit(
    UnitId UnitId, string? Facts = null, IReadOnlyList<string>? Goals = null, DateOnly? ReceivedOn = null,
    IReadOnlyList<NamedOfficial>? Officials = null, CaseId? PrecededBy = null, CaseId? PreviousCaseId = null)
{
    /// <summary>The member of the whole request that a member of the listing of this unit comes from.</summary>
    /// <param name="member">The member of <see cref="ListingBody"/>, perhaps with an index behind it.</param>
    /// <param name="index">The place of this unit in the request, from 0.</param>
    public string MemberOf(string member, int index)
    {
        var name = member.Split('[', '.')[0];
        var isOwn = name switch
        {
            "unitId" or "officials" or "precededBy" or "previousCaseId" => true,
            "facts" => Facts is not null,
            "goals" => Goals is not null,
            "receivedOn" => ReceivedOn is not null,
            _ => false,
        };
        return isOwn ? $"units[{index}].{member}" : member;
    }
}
