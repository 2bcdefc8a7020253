using System.Text.Json;
using System.Text.RegularExpressions;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests;

/// <summary>docs/rules.md: each rule has its types, what decides it and its tests, and all that it names is there.</summary>
public partial class RulesTests
{
    private static readonly string[] Rules =
    [
        .. Enumerable.Range(1, 16).Select(number => $"S{number}"), "S20", .. Enumerable.Range(1, 10).Select(number => $"D{number}"),
        .. Enumerable.Range(1, 4).Select(number => $"V{number}"), .. Enumerable.Range(1, 6).Select(number => $"G{number}"),
        "Y1", "Y2", "Y3", "Y4", "Y5", "Y6",
    ];

    private static readonly Dictionary<string, Row> Table = Read();

    private sealed record Row(string Says, string Types, string DecidedBy, string RuleTests, string Journeys);

    public static TheoryData<string> Numbers => [.. Rules];

    [Fact]
    public void Every_rule_has_its_row_in_order() => Assert.Equal(Rules, Table.Keys);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_rule_has_types_that_exist(string rule)
    {
        var named = Named(Table[rule].Types);
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(IsType(name), $"{rule}: there is no type {name}."));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_rule_is_decided_by_something_that_exists_or_by_the_law(string rule)
    {
        var named = Named(Table[rule].DecidedBy);
        if (named.Count == 0)
        {
            Assert.Matches(@"^fixed: .*(art\.|arts\.|D2)", Table[rule].DecidedBy);
            return;
        }

        Assert.All(named,
            name =>
                Assert.True(IsRulebookMember(name) || IsSetting(name) || IsRequestMember(name), $"{rule}: nothing is decided by {name}."));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_rule_has_tests_that_exist_alone_and_through_HTTP(string rule)
    {
        var (alone, journeys) = (Named(Table[rule].RuleTests), Named(Table[rule].Journeys));
        Assert.NotEmpty(alone);
        Assert.NotEmpty(journeys);
        Assert.All(alone, name => Assert.True(IsTest("Rectify.Domain.Tests", name), $"{rule}: there is no test {name} of the domain."));
        Assert.All(journeys, name => Assert.True(IsTest("Rectify.Functions.Tests", name), $"{rule}: there is no test {name} of the app."));
    }

    // A check that cannot fail checks nothing.
    [Fact]
    public void What_does_not_exist_is_noticed()
    {
        Assert.False(IsType("Consequences"));
        Assert.False(IsType("AccountabilityGround.Nothing"));
        Assert.False(IsRulebookMember("listing.months"));
        Assert.False(IsSetting("Office__Name2"));
        Assert.False(IsRequestMember("ListingBody.deadline"));
        Assert.False(IsTest("Rectify.Functions.Tests", "DatesJourney.Nothing_at_all"));
        Assert.False(IsTest("Rectify.Domain.Tests", "DatesJourney.Reports_are_due_every_two_months_from_the_anchor"));
    }

    private static bool IsType(string name)
    {
        var (type, member) = name.Split('.') is [var first, var second] ? (first, second) : (name, null);
        return Product.Types.Any(found => found.Name == type && (member is null || found.GetMember(member).Length > 0));
    }

    // A member that stands in a shipped rulebook with a value, somewhere.
    private static bool IsRulebookMember(string path) => RulebookCatalog.Shipped.Rulebooks.Any(rulebook =>
    {
        using var json = JsonDocument.Parse(Repository.Text($"functions/Rectify.Domain/Rulebooks/Shipped/{rulebook.Id}.json"));
        var element = json.RootElement;
        return path.Split('.').All(name => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out element));
    });

    private static bool IsSetting(string name) => name.Contains("__", StringComparison.Ordinal)
        && Repository.Text("docs/settings.md").Contains($"`{name}`", StringComparison.Ordinal);

    private static bool IsRequestMember(string name) =>
        name.Split('.') is [var body, var member] && body.EndsWith("Body", StringComparison.Ordinal)
        && Product.Types.Any(
            type =>
                type.Name == body && type.GetProperties().Any(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == member));

    private static bool IsTest(string project, string name) => name.Split('.') is [var type, var method]
        && Directory.GetFiles(Repository.PathOf($"tests/{project}"), $"{type}.cs", SearchOption.AllDirectories)
            .Any(file => IsTest(File.ReadAllText(file), new Regex($@"public (async Task|Task|void) {method}\(")));

    // The attributes stand between the method and the blank line before it.
    private static bool IsTest(string source, Regex method) => method.Match(source) is { Success: true, Index: var at }
        && source[..at] is var before && Regex.IsMatch(before[before.LastIndexOf("\n\n", StringComparison.Ordinal)..],
            @"\[(Fact|Theory)\b");

    private static List<string> Named(string cell) => [.. Name.Matches(cell).Select(match => match.Groups[1].Value)];

    private static Dictionary<string, Row> Read() => Repository.Text("docs/rules.md").Split('\n')
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => Number.IsMatch(cells[0]))
        .ToDictionary(cells => cells[0], cells => new Row(cells[1], cells[2], cells[3], cells[4], cells[5]));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name { get; }

    [GeneratedRegex("^[SDVGY][0-9]+$")]
    private static partial Regex Number { get; }
}
