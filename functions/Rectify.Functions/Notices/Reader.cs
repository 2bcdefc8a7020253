using System.Diagnostics;

namespace Rectify.Functions.Notices;

/// <summary>One address, with every capacity in which it is written to: who is liaison and leader in one gets one mail.</summary>
internal sealed record Reader(Recipient Recipient, IReadOnlyList<Capacity> Capacities)
{
    /// <summary>Everybody who gets a mail, in the order of the capacities. A capacity without an address is left out.</summary>
    public static IEnumerable<Reader> Of(IEnumerable<Capacity> capacities, Addressees addressees) =>
        from capacity in capacities
        let recipient = Find(capacity, addressees)
        where recipient is not null
        group (capacity, recipient) by recipient.Address.ToLowerInvariant() into address
        select new Reader(address.First().recipient, [.. address.Select(one => one.capacity)]);

    private static Recipient? Find(Capacity capacity, Addressees addressees) => capacity switch
    {
        Capacity.Liaison => addressees.Liaison,
        Capacity.Leader leader => addressees.Leaders.GetValueOrDefault(leader.Id),
        Capacity.Office => addressees.Office,
        _ => throw new UnreachableException(capacity.GetType().Name),
    };
}
