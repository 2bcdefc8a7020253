using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Office.Letters;

/// <summary>Where the mails of a case go, from the register as it is now.</summary>
/// <param name="Liaison">联络员 of the unit.</param>
/// <param name="Leaders">The listed leaders of the case; leaders without an address are missing here and get no mail.</param>
/// <param name="Office">The supervising office; null when the register knows no address for it.</param>
public sealed record Addressees(Recipient Liaison, IReadOnlyDictionary<OfficialId, Recipient> Leaders, Recipient? Office)
{
    /// <summary>Those of the leaders who hold no post in the unit any more.</summary>
    public IReadOnlySet<OfficialId> Left { get; init; } = new HashSet<OfficialId>();

    /// <summary>The liaison officers of units that a correction took out of the case.</summary>
    public IReadOnlyDictionary<UnitId, Recipient> FormerLiaisons { get; init; } = new Dictionary<UnitId, Recipient>();

    /// <summary>Those in office on the day of a veto whom it does not bar; null when no mail is about a veto.</summary>
    public IReadOnlyList<OfficeHolder>? NotBarred { get; init; }

    /// <summary>Those who hold a sanctioned role in the unit and are not named by the case, ordered by id.</summary>
    public IReadOnlyList<(OfficialId Id, Recipient Recipient)> Incumbents { get; init; } = [];
}
