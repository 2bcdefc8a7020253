using System.Globalization;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Statistics;

/// <summary>Counts what happened in a period, from the cases as they stand now.</summary>
/// <remarks>
/// Corrections count as if they had been known from the start. A closed case whose last entry is older than the period has nothing in it
/// and is not read. Of an open one something may have been entered before its own day (D10).
/// </remarks>
public sealed class StatisticsReport(ILedger ledger, CaseRepository caseRepository, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>The longest period, in years.</summary>
    public const int MostYears = 10;

    private const int PageSize = 1_000;
    private const int MonthsOfQuarter = 3;

    /// <summary>The figures of a period; the whole of the present year where a day is left out.</summary>
    public async Task<Outcome<StatisticsView>> OfAsync(DateOnly? first, DateOnly? last, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        var latest = new DateOnly(today.Year, 12, 31);
        if (DateLimits.Between("from", first, DateLimits.Earliest, latest, "R17") is { } problem
            || (problem = DateLimits.Between("to", last, first ?? DateLimits.Earliest, latest, "R17")) is not null)
            return problem;

        var to = last ?? latest;
        var from = first ?? new DateOnly(to.Year, 1, 1);
        if (from.AddYears(MostYears) <= to) return Problem.Rule("to", StatisticsMessages.TooLong.With(MostYears, from, to));

        List<(CaseState.Opened State, List<CountedStep> Steps)> counted = [];
        List<string> unreadable = [];
        await foreach (var entry in ledger.AllAsync(new CaseFilter(null, null, null, now), PageSize, cancellation))
        {
            if (entry.Status == CaseStatus.Closed && entry.Summary?.ChangedAt < LocalDay.StartOf(from)) continue;
            switch (await caseRepository.ReadAsync(entry.CaseId, cancellation))
            {
                case CaseReading.Readable(var record):
                    var steps = CountedStep.Of(record.State, calendar.Value).Where(step => step.On >= from && step.On <= to).ToList();
                    if (steps.Count > 0) counted.Add((record.State, steps));
                    break;
                case CaseReading.Unreadable:
                    unreadable.Add(entry.CaseId.Value);
                    break;
            }
        }

        return new StatisticsView(
            from, to, now, Figures.Of([.. counted.SelectMany(one => one.Steps)]), QuartersOf(from, to, counted), UnitsOf(counted),
            GroundsOf(counted), unreadable);
    }

    private static List<FiguresOf> QuartersOf(
        DateOnly from, DateOnly to, IReadOnlyList<(CaseState.Opened State, List<CountedStep> Steps)> counted)
    {
        var steps = counted.SelectMany(one => one.Steps).ToLookup(step => StartOf(step.On));
        List<FiguresOf> quarters = [];
        for (var start = StartOf(from); start <= to; start = start.AddMonths(MonthsOfQuarter))
        {
            var (year, number) = (start.Year.ToString("D4", CultureInfo.InvariantCulture), (start.Month - 1) / MonthsOfQuarter + 1);
            quarters.Add(new(
                $"{year}-Q{number}", $"{year}年第{number}季度", $"{year} Q{number}", Figures.Of([.. steps[start]])));
        }

        return quarters;

        static DateOnly StartOf(DateOnly day) => new(day.Year, (day.Month - 1) / MonthsOfQuarter * MonthsOfQuarter + 1, 1);
    }

    private static List<FiguresOf> UnitsOf(IReadOnlyList<(CaseState.Opened State, List<CountedStep> Steps)> counted) =>
    [
        .. from one in counted
           group one by one.State.File.Opening.Unit.UnitId into same
           let name = same.Last().State.File.Opening.Unit.Name
           orderby name, same.Key.Value
           select new FiguresOf(same.Key.Value, name, name, Figures.Of([.. same.SelectMany(one => one.Steps)])),
    ];

    private static List<FiguresOf> GroundsOf(IReadOnlyList<(CaseState.Opened State, List<CountedStep> Steps)> counted) =>
    [
        .. from one in counted
           from ground in NamesOf(one.State.File.Opening)
           group (one.Steps, ground.Words) by ground.Code into same
           orderby same.Key
           let words = same.Last().Words
           select new FiguresOf(
               same.Key, words.Chinese, words.English, Figures.Of([.. same.SelectMany(one => one.Steps)])),
    ];

    private static IEnumerable<(string Code, Bilingual Words)> NamesOf(Opening opening)
    {
        if (opening.Grounds.Count > 0) return opening.Grounds.Select(ground => (ground.Code, ground.Words));
        return opening.Ground is { } named
            ? [(WireName.Of(named), Names.WordsOf(named)!.Value)]
            : [("none", ("未列明", "none named"))];
    }
}
