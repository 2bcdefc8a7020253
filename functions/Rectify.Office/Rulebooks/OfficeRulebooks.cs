using Rectify.Domain.Rulebooks;
using Rectify.Office.Settings;

namespace Rectify.Office.Rulebooks;

/// <summary>Every edition that the office knows, and which of them is in force on which day.</summary>
/// <remarks>
/// Until the office's first decision it is that of the setting <c>Office:Rulebook</c> or, without it, the latest shipped one in force. From
/// the day of a decision on it is the one decided, up to the day of the next.
/// </remarks>
public sealed class OfficeRulebooks
{
    private readonly RulebookCatalog shipped;

    private readonly string? ofRegion;

    private readonly Dictionary<string, RulebookEdition> editions;

    private readonly List<(DateOnly From, RulebookEntry Entry)> decisions;

    /// <summary>The shipped editions and those that were loaded.</summary>
    /// <exception cref="SettingException">The setting names an edition that is not shipped, or one that another replaces.</exception>
    public OfficeRulebooks(RulebookCatalog shipped, OfficeSettings office, IReadOnlyList<RulebookEntry> entries)
    {
        (this.shipped, ofRegion, Entries) = (shipped, OfRegion(shipped, office), entries);
        var retired = entries.Where(entry => entry.Act is RulebookAct.Retire).ToLookup(entry => entry.RulebookId, StringComparer.Ordinal);
        var loaded = (
                     from entry in entries
                     where entry.Act is RulebookAct.Load
                     let text = ((RulebookAct.Load)entry.Act).Text
                     let read = RulebookCatalog.Check(text) as RulebookReading.Readable
                     select new RulebookEdition(entry.RulebookId, RulebookOrigin.Office, text, read?.Rulebook) { Loaded = entry }).ToList();

        // Should a later version of the program bring an edition with the id of one that the office loaded, the office's counts.
        var known = from rulebook in shipped.Rulebooks
                    where loaded.TrueForAll(edition => edition.Id != rulebook.Id)
                    select new RulebookEdition(rulebook.Id, RulebookOrigin.Shipped, shipped.TextOf(rulebook), rulebook)
                    {
                        ReplacedBy = shipped.SuccessorOf(rulebook)?.Id,
                    };
        editions = known.Concat(loaded).ToDictionary(
            edition => edition.Id, edition => edition with { Retired = retired[edition.Id].FirstOrDefault() }, StringComparer.Ordinal);

        // Of several decisions for one day the latest counts.
        decisions =
        [
            .. from entry in entries
               where entry.Act is RulebookAct.PutInForce
               group entry by ((RulebookAct.PutInForce)entry.Act).From into ofDay
               orderby ofDay.Key
               select (ofDay.Key, ofDay.Last()),
        ];
    }

    /// <summary>What the office did with rulebooks, oldest first.</summary>
    public IReadOnlyList<RulebookEntry> Entries { get; }

    /// <summary>The revision of the last entry; 0 when there is none.</summary>
    public int Revision => Entries.Count == 0 ? 0 : Entries[^1].Revision;

    /// <summary>Every edition, in the order of the ids.</summary>
    public IReadOnlyList<RulebookEdition> All => [.. editions.Values.OrderBy(edition => edition.Id, StringComparer.Ordinal)];

    /// <summary>The edition with this id; null when there is none.</summary>
    public RulebookEdition? Find(string id) => editions.GetValueOrDefault(id);

    /// <summary>The edition that counts on a day; null when there is none.</summary>
    public RulebookEdition? InForceOn(DateOnly day) => decisions.FindLast(decision => decision.From <= day) is { Entry: { } decided }
        ? Find(decided.RulebookId)
        : Find(ofRegion ?? shipped.InForceOn(day)?.Id ?? "");

    /// <summary>The periods in which an edition counts, in the order of their days.</summary>
    public IReadOnlyList<RulebookPeriod> PeriodsOf(string id) => [.. Periods().Where(period => period.RulebookId == id)];

    /// <summary>The periods of all editions, in the order of their days.</summary>
    public IReadOnlyList<RulebookPeriod> Periods()
    {
        var limit = decisions is [var (first, _), ..] ? first : (DateOnly?)null;
        List<RulebookPeriod> periods = [.. WithoutDecision(limit)];
        foreach (var (index, (from, entry)) in decisions.Index())
        {
            var next = index + 1 < decisions.Count ? decisions[index + 1].From.AddDays(-1) : (DateOnly?)null;
            var to = Earlier(next, Find(entry.RulebookId)?.Rulebook?.ValidTo);
            if (periods is [.., { Decision: not null } last] && last.RulebookId == entry.RulebookId && last.To == from.AddDays(-1))
                periods[^1] = last with { To = to };
            else periods.Add(new RulebookPeriod(entry.RulebookId, from, to, entry));
        }

        return periods;
    }

    // Before the first decision: the edition of the setting, or each shipped one from its first day on.
    private IEnumerable<RulebookPeriod> WithoutDecision(DateOnly? limit)
    {
        var days = ofRegion is { } id
            ? [shipped.Find(id)!.ValidFrom]
            : shipped.Open.SelectMany(rulebook => new[] { rulebook.ValidFrom, rulebook.ValidTo?.AddDays(1) }).OfType<DateOnly>()
                .Distinct().Order().ToList();
        foreach (var (index, from) in days.Index().Where(one => !(one.Item >= limit)))
        {
            if ((ofRegion is { } set ? shipped.Find(set) : shipped.InForceOn(from)) is not { } rulebook) continue;
            var next = index + 1 < days.Count ? days[index + 1].AddDays(-1) : (DateOnly?)null;
            yield return new RulebookPeriod(
                rulebook.Id, from, Earlier(Earlier(next, rulebook.ValidTo), limit?.AddDays(-1)), null);
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static string? OfRegion(RulebookCatalog shipped, OfficeSettings office)
    {
        if (office.RulebookId is not { } id) return null;
        if (shipped.Find(id) is not { } known)
        {
            throw new SettingException(
                $"The setting Office:Rulebook is one of {string.Join(", ", shipped.Open.Select(r => r.Id))}; got {id}.");
        }

        return shipped.SuccessorOf(known) is not { } successor
            ? id
            : throw new SettingException(
                $"The setting Office:Rulebook names {id}, under which no case opens any more; set it to {successor.Id}, "
                + "which replaces it.");
    }
}
