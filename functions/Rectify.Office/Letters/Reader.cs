using System.Diagnostics;
using Rectify.Office.Outbox;

namespace Rectify.Office.Letters;

/// <summary>
/// One mail address with every capacity in which it is written to: a person who is both liaison and leader gets one mail.
/// </summary>
internal sealed record Reader(Recipient Recipient, IReadOnlyList<Capacity> Capacities)
{
    /// <summary>Everybody who gets a mail, in the order of the capacities. Capacities without an address are left out.</summary>
    public static IEnumerable<Reader> Of(IEnumerable<Capacity> capacities, Addressees addressees) =>
        from one in capacities.SelectMany(capacity => Find(capacity, addressees))
        group one by one.Recipient.Address.ToLowerInvariant() into address
        select new Reader(address.First().Recipient, [.. address.Select(one => one.Capacity)]);

    private static IEnumerable<(Capacity Capacity, Recipient Recipient)> Find(Capacity capacity, Addressees addressees) => capacity switch
    {
        Capacity.Liaison => [(capacity, addressees.Liaison)],
        Capacity.FormerLiaison former =>
            addressees.FormerLiaisons.TryGetValue(former.Unit.UnitId, out var liaison) ? [(capacity, liaison)] : [],
        Capacity.Leader { Scope: LeaderScope.InOffice } leader when addressees.Left.Contains(leader.Id) => [],
        Capacity.Leader leader => addressees.Leaders.TryGetValue(leader.Id, out var recipient) ? [(capacity, recipient)] : [],
        Capacity.InOffice =>
            addressees.Incumbents.Select(one => ((Capacity)new Capacity.Incumbent(one.Id, one.Recipient.Name), one.Recipient)),
        Capacity.Office => addressees.Office is { } office ? [(capacity, office)] : [],
        _ => throw new UnreachableException(capacity.GetType().Name),
    };
}
