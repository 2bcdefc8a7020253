using System.Diagnostics;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Assessments;

/// <summary>A count that a unit has reached, for which the rulebook asks for something more (计次).</summary>
/// <param name="Trigger">The rule.</param>
/// <param name="Among">Those that were counted, in the order of their days; the new one is among them.</param>
public sealed record ReachedCount(CountingTrigger Trigger, IReadOnlyList<CountedOne> Among)
{
    /// <summary>What was reached, what the regulation asks for, and where, in both languages.</summary>
    public Bilingual Words
    {
        get
        {
            var (first, last) = (Among.Min(one => one.Year), Among.Max(one => one.Year));
            var (what, inEnglish) = (
                string.Join('、', Trigger.Counts.Select(counted => Names.Of(counted, Language.Chinese))),
                string.Join(" or ", Trigger.Counts.Select(counted => Names.Of(counted, Language.English))));
            var (reached, reachedInEnglish) = Trigger switch
            {
                { InAYear: not null } => ($"{last}年第{Among.Count}次{what}", $"{inEnglish}: number {Among.Count} in {last}"),
                { InARow: not null } =>
                    ($"{first}年至{last}年连续{last - first + 1}年有{what}", $"{inEnglish}: every year from {first} to {last}"),
                { InAll: not null } => ($"累计第{Among.Count}次{what}", $"{inEnglish}: number {Among.Count} in all"),
                _ => throw new UnreachableException(Trigger.ToString()),
            };
            var (which, whichInEnglish) = (
                string.Join('、', Among.Select(one => one.Number ?? $"{one.Year}年度")),
                string.Join(", ", Among.Select(one => one.Number ?? $"year {one.Year}")));
            return (
                $"该单位{reached}（{which}）：{Trigger.Chinese}（{Trigger.Source}）。",
                $"{reachedInEnglish} ({whichInEnglish}). The regulation asks for: {Trigger.English}. ({Trigger.Source})");
        }
    }

    /// <summary>The counts that <paramref name="latest"/> reaches or exceeds.</summary>
    /// <param name="triggers">The rules.</param>
    /// <param name="latest">What was entered, or is about to be.</param>
    /// <param name="others">Everything else of the unit that stands, in any order.</param>
    /// <remarks>
    /// A rule that proposes a measure says nothing of one that is that measure already, or a higher one. In all counts what lies up to the
    /// day of the latest; in a year, and in a row, what lies in those years, whatever day of them it has.
    /// </remarks>
    public static IReadOnlyList<ReachedCount> By(
        IEnumerable<CountingTrigger> triggers, CountedOne latest, IReadOnlyCollection<CountedOne> others) =>
    [
        .. from trigger in triggers
           where trigger.Counts.Contains(latest.What) && !IsMet(trigger, latest.What)
           let all = others.Where(one => trigger.Counts.Contains(one.What)).Append(latest).ToList()
           let among = CountedBy(trigger, latest, all).OrderBy(one => one.On).ToList()
           where IsReached(trigger, among)
           select new ReachedCount(trigger, among),
    ];

    private static bool IsMet(CountingTrigger trigger, Counted latest) =>
        trigger.Proposes is { } proposed && MeasureChain.RungOf(latest) is { } rung && rung >= proposed;

    private static IEnumerable<CountedOne> CountedBy(CountingTrigger trigger, CountedOne latest, IReadOnlyList<CountedOne> all) =>
        trigger switch
        {
            { InAYear: not null } => all.Where(one => one.Year == latest.Year),
            { InARow: not null } => InTheRow(latest.Year, all),
            { InAll: not null, WithinYears: var span } => all.Where(
                one => one.On <= latest.On && (span is not { } years || one.Year > latest.Year - years)),
            _ => throw new UnreachableException(trigger.ToString()),
        };

    // The years without a gap around that of the latest.
    private static IEnumerable<CountedOne> InTheRow(int year, IReadOnlyList<CountedOne> all)
    {
        var years = all.Select(one => one.Year).ToHashSet();
        var (first, last) = (year, year);
        while (years.Contains(first - 1)) first--;
        while (years.Contains(last + 1)) last++;
        return all.Where(one => one.Year >= first && one.Year <= last);
    }

    private static bool IsReached(CountingTrigger trigger, IReadOnlyList<CountedOne> among) => trigger.InARow is { } row
        ? among.Select(one => one.Year).Distinct().Count() >= row
        : among.Count >= (trigger.InAYear ?? trigger.InAll);
}
