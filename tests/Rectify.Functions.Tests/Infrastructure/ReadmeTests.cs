using System.Text.RegularExpressions;

namespace Rectify.Functions.Tests.Infrastructure;

public sealed partial class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    [Fact]
    public void Both_readmes_show_the_same_commands_and_pictures_and_lead_to_the_same_places()
    {
        var (english, chinese) = (Read(English), Read(Chinese));

        Assert.NotEmpty(Blocks().Matches(english));
        Assert.Equal(Blocks().Matches(english).Select(match => match.Value), Blocks().Matches(chinese).Select(match => match.Value));
        Assert.Equal(2, Pictures().Count(english));
        Assert.Equal(Pictures().Matches(english).Select(match => match.Groups[1].Value),
            Pictures().Matches(chinese).Select(match => match.Groups[1].Value));
        Assert.Equal(Links(english, but: Chinese), Links(chinese, but: English));
        Assert.Equal(Headings().Matches(english).Select(match => match.Value.Length),
            Headings().Matches(chinese).Select(match => match.Value.Length));
    }

    [Fact]
    public void Each_readme_leads_to_the_other_before_anything_else()
    {
        Assert.StartsWith($"# Rectify\n\n[中文]({Chinese})\n", Read(English), StringComparison.Ordinal);
        Assert.StartsWith($"# Rectify\n\n[English]({English})\n", Read(Chinese), StringComparison.Ordinal);
    }

    private static string Read(string file) => Repository.Text(file).ReplaceLineEndings("\n");

    private static IReadOnlyList<string> Links(string text, string but) =>
        [.. Link().Matches(text).Select(match => match.Groups[1].Value).Where(link => link != but).Distinct().Order(
            StringComparer.Ordinal)];

    [GeneratedRegex("^```[^\n]*\n.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"!\[[^\]]+\]\(([^)]+)\)")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"(?<!!)\[[^\]]+\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+(?= )", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
