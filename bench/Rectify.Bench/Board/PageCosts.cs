using System.Text.RegularExpressions;
using Rectify.Bench.Figures;
using Rectify.Server.Rehearsal;

namespace Rectify.Bench.Board;

/// <summary>Asks for every page of the board, again and again, over HTTP on this machine.</summary>
internal static partial class PageCosts
{
    private const int WarmUps = 10;
    private const int Requests = 50;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Stage site)
    {
        var cases = CaseAddress().Matches(await site.Http.GetStringAsync("/board/cases")).Select(match => match.Value).ToList();
        var subjects = Uri.EscapeDataString(string.Join('\n', Enumerable.Range(0, 20).Select(i => $"unit:u{i}")));
        var figures = new List<Figure>();
        foreach (var (name, address) in (IEnumerable<(string, string)>)
        [
            ("overview", "/board"), ("register", "/board/cases"), ("register, earliest deadline", "/board/cases?order=due"),
            ("register, vetoed", "/board/cases?status=vetoed"), ("register, suspended", "/board/cases?status=suspended"),
            ("register, yellow", "/board/cases?light=yellow"), ("register, words", "/board/cases?text=" + Uri.EscapeDataString("第77街道")),
            ("register, words found nowhere", "/board/cases?text=xyz"), ("a case", cases[^1]), ("sanctions", "/board/sanctions"),
            ("sanctions of persons, page 9", "/board/sanctions?kind=official&page=9"),
            ("eligibility of 20 units", $"/board/eligibility?subjects={subjects}"),
            ("units", "/board/units"), ("units, words", "/board/units?search=" + Uri.EscapeDataString("第77")),
            ("a unit", "/board/units/u7"),
            ("officials", "/board/officials"), ("an official", "/board/officials/u7-Principal"),
            ("record of performance", "/board/officials/u7-Principal/performance-record"), ("replies", "/board/consultations"),
            ("yearly cycle", "/board/yearly-cycle"),
            ("calendar", "/board/calendar"), ("notice of a year", "/board/calendar/2027/import"),
            ("assessment of a year", "/board/assessments/u7/2026"),
            ("rulebooks", "/board/rulebooks"), ("outbox", "/board/outbox"), ("outbox, sent", "/board/outbox?state=sent"),
            ("audit", "/board/audit"), ("health", "/board/health"),
        ]) figures.AddRange(await MeasureAsync(site.Http, name, address));

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(HttpClient http, string name, string address)
    {
        var (times, size) = (new List<double>(), 0);
        for (var i = 0; i < WarmUps + Requests; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            size = (await http.GetByteArrayAsync(address)).Length;
            if (i >= WarmUps) times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        var samples = new Samples(times);
        return
        [
            Figure.Of(name, samples, "ms") with { Target = Target.AtMost(50) },
            new($"{name}, p95", samples.At(0.95), "ms"),
            new($"{name}, size", size / 1024.0, "KB") { Target = Target.AtMost(100) },
        ];
    }

    [GeneratedRegex("/board/cases/[0-9a-f]{32}")]
    private static partial Regex CaseAddress();
}
