using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Rulebooks;

namespace Rectify.Office.Openings;

/// <summary>Looks up what a request only names: the unit, its leaders, the rulebook.</summary>
public sealed class OpeningLookup(IRegisterStore registerStore, CurrentRulebooks rulebooks)
{
    public async Task<Outcome<Unit>> UnitAsync(UnitId id, CancellationToken cancellation) =>
        await registerStore.FindUnitAsync(id, cancellation) is { } unit
            ? unit
            : Problem.Rule("unitId", Office.Register.RegisterMessages.UnknownUnit.With(id));

    /// <summary>The rulebook that was asked for, or the one in force on the day of the measure.</summary>
    /// <remarks>
    /// One that the program replaced is refused with the name of its successor, and one that the office retired when it is asked for. That
    /// the office retired the one in force since then changes nothing on that day.
    /// </remarks>
    public Outcome<Rulebook> Rulebook(string? asked, DateOnly day, string dayMember) =>
        asked is null ? InForceOn(day, dayMember, Replaced.IsRefused)
        : rulebooks.Value.Find(asked) is not { } known
            ? Problem.Rule("rulebookId", CaseRequestMessages.UnknownRulebook.With(
                [.. rulebooks.Value.All.Where(edition => edition.IsOpen).Select(edition => edition.Id)], asked))
        : known.ReplacedBy is { } successor ? Problem.Rule("rulebookId", CaseRequestMessages.RetiredRulebook.With(asked, successor))
        : known.Retired is not null ? Problem.Rule("rulebookId", CaseRequestMessages.RulebookRetiredHere.With(asked))
        : Readable(known);

    /// <summary>The rulebook of a year, which is the one in force on its first day, whatever became of it later.</summary>
    public Outcome<Rulebook> RulebookOfYear(int year, string yearMember) =>
        InForceOn(new DateOnly(year, 1, 1), yearMember, Replaced.IsTaken);

    private Outcome<Rulebook> InForceOn(DateOnly day, string dayMember, Replaced replaced) => rulebooks.Value.InForceOn(day) switch
    {
        null => Problem.Rule(dayMember, CaseRequestMessages.NoRulebook.With(day)),
        { ReplacedBy: { } successor, Id: var id } when replaced == Replaced.IsRefused =>
            Problem.Rule("rulebookId", CaseRequestMessages.RetiredRulebook.With(id, successor)),
        var edition => Readable(edition),
    };

    private static Outcome<Rulebook> Readable(RulebookEdition edition) => edition.Rulebook is { } rulebook
        ? rulebook
        : Problem.Of(ProblemKind.Unavailable, ProblemTitles.RulebookUnreadable, CaseRequestMessages.RulebookUnreadable.With(edition.Id));

    private enum Replaced
    {
        IsRefused,
        IsTaken,
    }

    /// <summary>The unit, the rulebook and the leaders of an opening, or everything that is not known.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="named">The officials that are named; null for those of the register.</param>
    /// <param name="day">The day of the measure, on which the register is asked.</param>
    /// <param name="rulebook">The rulebook that was found, or what is wrong with it.</param>
    /// <param name="measure">The measure, which has roles of its own; of a lower rung, which bars nobody, those of the listing.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<OpeningGround>> GroundAsync(
        UnitId unitId, IReadOnlyList<NamedOfficial>? named, DateOnly day, Outcome<Rulebook> rulebook, Measure measure,
        CancellationToken cancellation)
    {
        var isKnown = (await UnitAsync(unitId, cancellation)).Try(out var unit, out var noUnit);
        var hasRulebook = rulebook.Try(out var book, out var noRulebook);
        var leaders = named is not null ? await NamedAsync(named, (unitId, day), cancellation)
            : isKnown && hasRulebook ? await LeadersAsync(unit!, day, book!.RolesOf(measure), cancellation)
            : Outcome<IReadOnlyList<ListedLeader>>.Of([]);
        leaders.Try(out var found, out var noLeaders);
        return Problem.Together(noUnit, noRulebook, noLeaders) is { } everything ? everything : new OpeningGround(unit!, book!, found!);
    }

    /// <summary>Those in the register who hold a sanctioned role on the day (S6); a problem when there is nobody.</summary>
    private async Task<Outcome<IReadOnlyList<ListedLeader>>> LeadersAsync(
        Unit unit, DateOnly day, IReadOnlyList<LeaderRole> roles, CancellationToken cancellation)
    {
        var leaders = await InPostAsync(unit.UnitId, day, roles, cancellation);
        return leaders.Count > 0
            ? Outcome<IReadOnlyList<ListedLeader>>.Of(leaders)
            : Problem.Rule("officials", CaseRequestMessages.NoLeaders.With(roles, unit.UnitId, day));
    }

    /// <summary>The officials that were named, each with the post in the unit on the day of the measure; else with the main one.</summary>
    public async Task<Outcome<IReadOnlyList<ListedLeader>>> NamedAsync(
        IReadOnlyList<NamedOfficial> named, (UnitId UnitId, DateOnly Day) measure, CancellationToken cancellation)
    {
        var known = (await registerStore.FindOfficialsAsync([.. named.Select(one => one.OfficialId)], cancellation))
            .ToDictionary(one => one.OfficialId);
        var unknown = Problem.Together(
            from one in named
            where !known.ContainsKey(one.OfficialId)
            select Problem.Rule("officials", CaseRequestMessages.UnknownOfficial.With(one.OfficialId)));
        return unknown is not null ? unknown : Outcome<IReadOnlyList<ListedLeader>>.Of(
        [
            .. from one in named
               let official = known[one.OfficialId]
               let post = official.PostIn(measure.UnitId, measure.Day) ?? official.MainPost
               select new ListedLeader(one.OfficialId, official.Name, post.Post, one.Role),
        ]);
    }

    /// <summary>
    /// Those who hold one of the roles in the unit on the day, whenever that was entered in the register (S6); may be empty.
    /// </summary>
    public async Task<IReadOnlyList<ListedLeader>> InPostAsync(
        UnitId unitId, DateOnly day, IReadOnlyList<LeaderRole> roles, CancellationToken cancellation) =>
    [
        .. from holder in await registerStore.HoldersOnAsync(unitId, day, roles, cancellation)
           select new ListedLeader(holder.OfficialId, holder.Name, holder.Post, holder.Role),
    ];
}

/// <summary>What was looked up for an opening.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Rulebook">The rulebook.</param>
/// <param name="Leaders">The leaders.</param>
public sealed record OpeningGround(Unit Unit, Rulebook Rulebook, IReadOnlyList<ListedLeader> Leaders);

/// <summary>An official whom a request names as a leader.</summary>
public sealed record NamedOfficial(OfficialId OfficialId, LeaderRole Role)
{
    private const int Max = 100;

    /// <summary>The problem with a list that is too long.</summary>
    public static Problem? Refuse(IReadOnlyList<NamedOfficial>? officials) => officials is { Count: > Max }
        ? Problem.Rule("officials", CaseRequestMessages.OfficialsCount.With(Max, officials.Count))
        : null;
}
