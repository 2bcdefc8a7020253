using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Architecture.Tests;

/// <summary>What holds for every source file: its size, its names, and where its parts come from.</summary>
public sealed partial class SourceTests
{
    private const int MostColumns = 140;
    private const int MostLines = 250;

    // What these projects need is given to their constructors; the other two are a library and a host.
    private static readonly string[] Injected =
        ["Rectify.Domain", "Rectify.Office", "Rectify.Storage.Sqlite", "Rectify.Storage.Tables", "Rectify.Mail", "Rectify.Board",
            "Rectify.Functions"];

    [Fact]
    public void Nobody_asks_the_container_but_a_registration()
    {
        var asking =
            from project in Injected
            from file in Layers.Sources(Path.Combine("functions", project), "*.cs")
            where !file.EndsWith("Services.cs", StringComparison.Ordinal) && ServiceLocator.IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(Layers.Root, file);
        Assert.Empty(asking);
        Assert.Matches(ServiceLocator, "var x = services.GetRequiredService<X>();");
    }

    [Fact]
    public void A_line_fits_the_screen()
    {
        var wide =
            from file in Layers.Sources("functions", "*.cs").Concat(Layers.Sources("tests", "*.cs")).Concat(Layers.Sources("bench", "*.cs"))
            from line in File.ReadLines(file).Index()
            where ColumnsOf(line.Item) > MostColumns
            select $"{Path.GetRelativePath(Layers.Root, file)}({line.Index + 1}): {ColumnsOf(line.Item)} columns";
        Assert.Empty(wide);
        Assert.Equal(4, ColumnsOf("台a1"));
    }

    [Fact]
    public void A_file_of_the_product_has_one_purpose_and_is_short()
    {
        var long_ =
            from file in Layers.Sources("functions", "*.cs")
            let lines = File.ReadLines(file).Count()
            where lines > MostLines
            select $"{Path.GetRelativePath(Layers.Root, file)}: {lines} lines";
        Assert.Empty(long_);
    }

    [Fact]
    public void A_name_stands_for_one_thing()
    {
        var twice = Layers.Allowed.Keys.Where(project => project != "Azure.Communication.Email").SelectMany(Layers.TypesOf)
            .Where(type => !type.IsNested && IsWritten(type.Name))
            .GroupBy(type => type.Name.Split('`')[0])
            .Where(same => same.Select(type => type.Namespace.FullName).Distinct().Count() > 1)
            .Select(same => string.Join(" and ", same.Select(type => type.FullName)));
        Assert.Empty(twice);
    }

    // Nobody could say how a clerk differs from a desk: docs/glossary.md has the words that are used.
    [Fact]
    public void A_name_is_a_term_of_the_field_or_of_the_framework()
    {
        var figures = Layers.Allowed.Keys.SelectMany(Layers.TypesOf).Where(type => Figure.IsMatch(type.Name.Split('`')[0]));
        Assert.Empty(figures.Select(type => type.FullName));
        Assert.Matches(Figure, "CaseDesk");
    }

    // A Chinese character is as wide as two letters.
    private static int ColumnsOf(string line) => line.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3)
        or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff01 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or >= 0x20000;

    // Not what the compiler or a generator has made, nor the entry point.
    private static bool IsWritten(string name) => !name.StartsWith('<') && !name.StartsWith("__", StringComparison.Ordinal)
        && name is not ("Program" or "_Imports") && !name.Contains("Generated", StringComparison.Ordinal);

    [GeneratedRegex(@"GetRequiredService|GetService[<(]|GetServices<|IServiceProvider\b")]
    private static partial Regex ServiceLocator { get; }

    [GeneratedRegex("(Desk|Clerk|Room|Shelf|Door|Parcel|Postman|Book|Caretaker)$")]
    private static partial Regex Figure { get; }
}
