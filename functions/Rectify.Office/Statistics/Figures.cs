namespace Rectify.Office.Statistics;

/// <summary>How often something happened, by the days on which it happened.</summary>
/// <param name="Notices">通报 that were issued.</param>
/// <param name="Talks">约谈 that were held.</param>
/// <param name="Listings">挂牌督办 that were ordered.</param>
/// <param name="Fulfilled">Notices and talks whose goal an inspection found reached.</param>
/// <param name="Released">Listings from which units were released.</param>
/// <param name="ReleasedInTime">
/// Those of them whose report was in by the deadline, extensions and a time for applications after it included. Whoever was given more time
/// after the deadline had passed is not among them.
/// </param>
/// <param name="Refused">Inspections that found the goal not reached.</param>
/// <param name="Extended">Extensions that were granted.</param>
/// <param name="Vetoed">Vetoes that were imposed, those without a listing among them.</param>
/// <param name="MedianDaysToRelease">
/// Median of the calendar days from listing to release, over the releases that are counted; null without any. Of an even number the lower
/// of the two in the middle.
/// </param>
public sealed record Figures(
    int Notices, int Talks, int Listings, int Fulfilled, int Released, int ReleasedInTime, int Refused, int Extended, int Vetoed,
    int? MedianDaysToRelease)
{
    internal static Figures Of(IReadOnlyCollection<CountedStep> steps)
    {
        List<int> days = [.. steps.Where(step => step.Kind == CountedKind.Released).Select(step => step.Days).Order()];
        return new Figures(
            Count(CountedKind.Notice), Count(CountedKind.Talk), Count(CountedKind.Listing), Count(CountedKind.Fulfilled),
            days.Count,
            Count(CountedKind.ReleasedInTime), Count(CountedKind.Refused), Count(CountedKind.Extended), Count(CountedKind.Vetoed),
            days.Count == 0 ? null : days[(days.Count - 1) / 2]);

        int Count(CountedKind kind) => steps.Count(step => step.Kind == kind);
    }
}

/// <summary>The figures of a quarter, a unit or a ground.</summary>
/// <param name="Key">The quarter (<c>2026-Q1</c>), the unit's id, or the ground's code.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="English">Its name in English; that of a unit is the same in both.</param>
/// <param name="Figures">The figures.</param>
public sealed record FiguresOf(string Key, string Chinese, string English, Figures Figures);

/// <summary>统计: what happened in a period, as a whole and by quarter, unit and ground.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="AsOf">The instant of the ledger, UTC.</param>
/// <param name="Total">The figures of the whole period.</param>
/// <param name="Quarters">Every quarter of the period, the first one first.</param>
/// <param name="Units">The units of the cases that count, by name.</param>
/// <param name="Grounds">The grounds, by code. A case with several grounds counts for each.</param>
/// <param name="Unreadable">Ids of cases that cannot be read and are therefore not counted.</param>
public sealed record StatisticsView(
    DateOnly From, DateOnly To, DateTimeOffset AsOf, Figures Total, IReadOnlyList<FiguresOf> Quarters, IReadOnlyList<FiguresOf> Units,
    IReadOnlyList<FiguresOf> Grounds, IReadOnlyList<string> Unreadable);
