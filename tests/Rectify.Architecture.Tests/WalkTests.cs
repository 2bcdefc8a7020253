using System.Text.RegularExpressions;

namespace Rectify.Architecture.Tests;

/// <summary>docs/walk.md follows one listing through the code, file by file.</summary>
public sealed partial class WalkTests
{
    private const int MostStops = 12;

    private static readonly MarkdownPage Walk = MarkdownPage.Read("docs/walk.md");

    [Fact]
    public void The_stops_are_numbered_from_one_and_few()
    {
        var numbers = Stop.Matches(Walk.Text).Select(match => int.Parse(match.Groups[1].Value)).ToList();
        Assert.InRange(numbers.Count, 1, MostStops);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void Each_stop_names_a_source_file_of_the_product()
    {
        // What stands before the first heading is no stop.
        var stops = Heading.Split(Walk.Text).Skip(1).Where(section => char.IsAsciiDigit(section[0])).ToList();
        Assert.NotEmpty(stops);
        Assert.All(stops, stop => Assert.Contains(MarkdownPage.LinksIn(stop), IsSource));
    }

    [Fact]
    public void Every_source_file_that_is_linked_exists()
    {
        var sources = Walk.Links.Where(IsSource).ToList();
        Assert.True(sources.Count >= MostStops, string.Join('\n', sources));
        var missing = sources.Where(link => !File.Exists(Walk.Resolve(link))).ToList();
        Assert.True(missing.Count == 0, $"docs/walk.md names what is not there: {string.Join(", ", missing)}");
        Assert.False(File.Exists(Walk.Resolve("../functions/Rectify.Office/Openings/Nothing.cs")));
    }

    [Fact]
    public void Every_file_that_is_named_is_linked_under_its_own_name()
    {
        var sources =
            from link in MarkdownPage.Link.Matches(Walk.Text)
            where IsSource(link.Groups[2].Value)
            select (Name: link.Groups[1].Value, Target: link.Groups[2].Value);
        Assert.All(sources, source => Assert.Equal(Path.GetFileName(source.Target), source.Name));

        var elsewhere = MarkdownPage.Link.Replace(Walk.Text, "");
        Assert.Empty(SourceName.Matches(elsewhere).Select(match => match.Value));
    }

    private static bool IsSource(string link) =>
        link.StartsWith("../functions/", StringComparison.Ordinal) && link.EndsWith(".cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^## (\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Stop { get; }

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"\w+\.cs\b")]
    private static partial Regex SourceName { get; }
}
