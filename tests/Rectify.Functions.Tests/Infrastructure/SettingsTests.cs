using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Server.Settings;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>Code, docs/settings.md and local.settings.sample.json name the same settings.</summary>
public partial class SettingsTests
{
    private const string ForTheApp = "## The app";

    private static readonly string[] Sources = [.. Repository.Sources()];

    [Fact]
    public void Every_setting_that_the_code_reads_is_explained()
    {
        var explained = Explained();
        var read =
            Sources.SelectMany(source => Literal().Matches(source))
                .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)).Distinct();
        var silent = read.Where(name => !explained.Any(row => row == name || row.StartsWith($"{name}__", StringComparison.Ordinal)));
        Assert.True(!silent.Any(), $"docs/settings.md lacks a row for {string.Join(", ", silent)}");
    }

    [Fact]
    public void Every_setting_of_the_app_that_is_explained_is_read()
    {
        var unread = Explained(ForTheApp).Where(row => !IsRead(row));
        Assert.True(!unread.Any(), $"docs/settings.md explains what no code reads: {string.Join(", ", unread)}");
    }

    [Fact]
    public void The_sample_holds_every_setting_of_the_app_and_nothing_that_is_not_explained()
    {
        string[] sample =
            [.. JsonElement.Parse(Repository.Text("local.settings.sample.json")).GetProperty("Values").EnumerateObject()
                .Select(value => value.Name)];
        var lacking = Explained(ForTheApp).Where(row => !row.Contains("__n__", StringComparison.Ordinal)).Except(sample);
        Assert.True(!lacking.Any(), $"local.settings.sample.json lacks {string.Join(", ", lacking)}");
        var unknown = sample.Except(Explained());
        Assert.True(!unknown.Any(), $"docs/settings.md lacks a row for the sample's {string.Join(", ", unknown)}");
    }

    [Fact]
    public void Every_setting_that_is_named_in_host_json_is_explained()
    {
        var named =
            Named().Matches(Repository.Text("functions/Rectify.Functions/host.json")).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("TASKHUB_NAME", named);
        Assert.Empty(named.Except(Explained()));
    }

    [Fact]
    public void The_names_that_the_server_knows_are_those_that_are_explained() =>
        Assert.Equal(Explained().Except(Explained("## host.json")).Order(StringComparer.Ordinal),
            KnownSettings.Names.Order(StringComparer.Ordinal));

    /// <summary>Settings that have a row of a table in docs/settings.md.</summary>
    internal static IReadOnlyList<string> Explained(string heading = "")
    {
        var text = Repository.Text("docs/settings.md");
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/settings.md has no heading {heading}");
        var end = heading.Length == 0 ? -1 : text.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return [.. Row().Matches(end < 0 ? text[start..] : text[start..end]).Select(match => match.Groups[1].Value)];
    }

    // A name is read whole, or a section is and its last part within it.
    private static bool IsRead(string row)
    {
        var name = row.Replace("__n__", "__", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal);
        var cut = name.LastIndexOf(':');
        return Sources.Any(source => source.Contains($"\"{name}\"", StringComparison.Ordinal))
            || (cut > 0
                && Sources.Any(source => source.Contains($"\"{name[..cut]}\"", StringComparison.Ordinal))
                && Sources.Any(source => source.Contains($"\"{name[(cut + 1)..]}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(
        "onfiguration\\[\"(?<name>[^\"]+)\"\\]|\"(?<name>[A-Z][A-Za-z]+(?::[A-Z][A-Za-z]+)+)\"|"
        + "GetSection\\(\"(?<name>[^\"]+)\"\\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("^\\| `([A-Za-z_]+)` \\|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("%([^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
