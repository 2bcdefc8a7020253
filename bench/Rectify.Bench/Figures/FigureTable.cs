using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rectify.Bench.Figures;

/// <summary>Figures as a Markdown table for people and as JSON for programs.</summary>
internal static class FigureTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToMarkdown(IReadOnlyList<Figure> figures)
    {
        string[] heads = ["figure", "value", "spread", "unit", "limit, same run", "ratio", "target", "met"];
        IReadOnlyList<string[]> rows = [heads, .. figures.Select(Cells)];
        var widths = heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |").ToList();
        lines.Insert(1, $"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        return string.Join("\n", lines);
    }

    public static string ToJson(IReadOnlyList<Figure> figures) => JsonSerializer.Serialize(figures, Json);

    /// <summary>Three significant digits, and all digits before the point.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 or 0 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("G3", CultureInfo.InvariantCulture),
    };

    private static string[] Cells(Figure figure) =>
    [
        figure.Name,
        Short(figure.Value),
        figure.Spread ?? "",
        figure.Unit,
        figure.Limit is { } limit ? $"{Short(limit)} ({figure.LimitName})" : "",
        figure.Ratio is { } ratio ? Short(ratio) : "",
        figure.TargetText ?? "",
        figure.Met switch { true => "yes", false => "NO", null => "" },
    ];
}
