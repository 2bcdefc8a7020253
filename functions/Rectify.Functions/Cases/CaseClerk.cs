using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Http;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Cases;

/// <summary>Looks up what a request only names: the unit, its leaders, the rulebook.</summary>
internal sealed class CaseClerk(IRegistry registry, RulebookShelf rulebooks, OfficeSettings office)
{
    private readonly string? ofRegion = office.RulebookId is not { } id || rulebooks.Find(id) is not null
        ? office.RulebookId
        : throw new InvalidOperationException($"The setting Office:Rulebook is one of {string.Join(", ", rulebooks.Rulebooks.Select(r => r.Id))}; got {id}.");

    public async Task<Outcome<Unit>> UnitAsync(UnitId id, CancellationToken cancellation) =>
        await registry.FindUnitAsync(id, cancellation) is { } unit
            ? unit
            : Problem.Rule("unknown-unit", "unitId", $"unitId: a unit in the register; got \"{id}\".");

    /// <summary>The rulebook that was asked for, that of the office's region, or the latest in force on the day of the measure.</summary>
    public Outcome<Rulebook> Rulebook(string? asked, DateOnly day, string dayMember) => (asked, (asked ?? ofRegion) is { } id ? rulebooks.Find(id) : rulebooks.InForceOn(day)) switch
    {
        (_, { } rulebook) => rulebook,
        ({ } unknown, null) => Problem.Rule("unknown-rulebook", "rulebookId", $"rulebookId: one of {string.Join(", ", rulebooks.Rulebooks.Select(r => r.Id))}; got \"{unknown}\"."),
        _ => Problem.Rule("no-rulebook", dayMember, $"{dayMember}: a day on which a rulebook is in force; got {day:yyyy-MM-dd}."),
    };

    /// <summary>The leaders that were named, or those in the register who hold a sanctioned role on the day (S6).</summary>
    public async Task<Outcome<IReadOnlyList<ListedLeader>>> LeadersAsync(
        IReadOnlyList<NamedOfficial>? named, Unit unit, DateOnly day, Rulebook rulebook, CancellationToken cancellation)
    {
        if (named is not null) return await NamedAsync(named, cancellation);

        var leaders = await InPostAsync(unit.UnitId, day, rulebook, cancellation);
        return leaders.Count > 0
            ? leaders
            : Problem.Rule("no-leaders", "officials", $"officials: nobody in the register holds a sanctioned role ({string.Join(", ", rulebook.SanctionedRoles.Select(WireName.Of))}) in \"{unit.UnitId}\" on {day:yyyy-MM-dd}; name the leaders, or send an empty list when there are none. (S1)");
    }

    /// <summary>The officials that were named, with name and post from the register.</summary>
    public async Task<Outcome<IReadOnlyList<ListedLeader>>> NamedAsync(IReadOnlyList<NamedOfficial> named, CancellationToken cancellation)
    {
        var leaders = new List<ListedLeader>();
        foreach (var (officialId, role) in named)
        {
            if (await registry.FindOfficialAsync(officialId, cancellation) is not { } official)
                return Problem.Rule("unknown-official", "officials", $"officials: officials in the register; got \"{officialId}\".");
            leaders.Add(new ListedLeader(officialId, official.Name, official.Post, role));
        }

        return leaders;
    }

    /// <summary>Those in the register who hold a sanctioned role of the unit on the day; may be nobody.</summary>
    public async Task<List<ListedLeader>> InPostAsync(UnitId unitId, DateOnly day, Rulebook rulebook, CancellationToken cancellation)
    {
        var leaders = new List<ListedLeader>();
        string? continuation = null;
        do
        {
            var slice = await registry.ListOfficialsAsync(unitId, 200, continuation, cancellation);
            leaders.AddRange(
                from official in slice.Items
                where official.InPostOn(day) && rulebook.SanctionedRoles.Contains(official.Role)
                select new ListedLeader(official.OfficialId, official.Name, official.Post, official.Role));
            continuation = slice.Continuation;
        } while (continuation is not null);

        return leaders;
    }
}

/// <summary>A leader named in a request.</summary>
internal sealed record NamedOfficial(OfficialId OfficialId, LeaderRole Role)
{
    private const int Max = 100;

    /// <summary>The problem with a list that is too long.</summary>
    public static Problem? Refuse(IReadOnlyList<NamedOfficial>? officials) => officials is { Count: > Max }
        ? Problem.Rule("officials-count", "officials", $"officials: at most {Max}; got {officials.Count}.")
        : null;
}
