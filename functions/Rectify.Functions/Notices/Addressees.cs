using Rectify.Domain.Identity;

namespace Rectify.Functions.Notices;

/// <summary>Where the mails of a case go, from the register as it is now.</summary>
/// <param name="Liaison">联络员 of the unit.</param>
/// <param name="Leaders">The listed leaders of the case; who is missing here gets no mail.</param>
/// <param name="Office">The supervising office; null when the register knows no address for it.</param>
public sealed record Addressees(Recipient Liaison, IReadOnlyDictionary<OfficialId, Recipient> Leaders, Recipient? Office);
