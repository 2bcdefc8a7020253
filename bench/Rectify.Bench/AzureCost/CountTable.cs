using System.Globalization;

namespace Rectify.Bench.AzureCost;

/// <summary>Transactions by what they have in common, a column for each case.</summary>
internal static class CountTable
{
    public static string ToMarkdown(
        IReadOnlyList<(string Name, IReadOnlyList<Transaction> Transactions)> counted,
        Func<Transaction, (Area Area, string Of, string Kind)> groupOf)
    {
        var groups = counted.SelectMany(one => one.Transactions).Select(groupOf).Distinct().Order().ToList();
        List<string[]> rows = [["for", "of", "kind", .. counted.Select(one => one.Name)]];
        foreach (var group in groups)
            rows.Add([group.Area.ToString().ToLowerInvariant(), group.Of, group.Kind,
                .. Counts(counted, transaction => groupOf(transaction) == group)]);
        foreach (var area in Enum.GetValues<Area>())
            rows.Add([$"**{area.ToString().ToLowerInvariant()}**", "", "", .. Counts(counted, transaction => transaction.Area == area)]);
        rows.Add(["**all**", "", "", .. Counts(counted, _ => true)]);

        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |").ToList();
        lines.Insert(1, $"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        return string.Join("\n", lines);
    }

    private static IEnumerable<string> Counts(
        IReadOnlyList<(string Name, IReadOnlyList<Transaction> Transactions)> counted, Func<Transaction, bool> of) =>
        counted.Select(one => one.Transactions.Count(of).ToString(CultureInfo.InvariantCulture));
}
