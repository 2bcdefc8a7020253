using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Tests.Rulebooks;

/// <summary>What is wrong with a rulebook: everything, with its place, its value and the rule, in both languages.</summary>
/// <remarks>
/// BrokenRulebooks.txt is the table. Each row makes its changes to one sound rulebook (<c>set</c>, <c>remove</c>, <c>text</c>, or
/// <c>raw</c> for another text) and holds every problem that follows, in English and in Chinese.
/// </remarks>
public class RulebookFileTests
{
    private static readonly IReadOnlyDictionary<string, Row> Table = Read();

    private sealed record Row(IReadOnlyList<string> Changes, IReadOnlyList<string> English, IReadOnlyList<string> Chinese);

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_broken_rulebook_is_refused_with_every_problem(string row)
    {
        var (changes, english, chinese) = Table[row];
        var refused = Assert.IsType<RulebookReading.Refused>(RulebookCatalog.Check(Changed(changes)));

        Assert.Equal(
            english, refused.Problems.Select(problem => $"{problem.Path}: {problem.Sentence.In(Language.English)}"));
        Assert.Equal(
            chinese, refused.Problems.Select(problem => $"{problem.Path}：{problem.Sentence.In(Language.Chinese)}"));
    }

    [Fact]
    public void The_table_has_at_least_forty_rows_and_its_rulebook_is_sound()
    {
        Assert.InRange(Table.Count, 40, 100);
        Assert.IsType<RulebookReading.Readable>(RulebookCatalog.Check(Changed([])));
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_taken()
    {
        var text = Changed([]);
        var loose = "\uFEFF// 本县的规则\n" + text.Replace("\"yellowDays\":15", "/* 天 */ \"yellowDays\" : 15", StringComparison.Ordinal)
            .Replace("]}}", "],},\n}", StringComparison.Ordinal);

        Assert.Equal(
            RulebookHash.Of(Sound(text)), RulebookHash.Of(Sound(loose)));
    }

    [Fact]
    public void A_text_that_the_caller_refuses_is_named_with_its_place()
    {
        var renamed = new MessageCode("sample-refusal", "renamed.", "已更名。").Told();
        var refused = Assert.IsType<RulebookReading.Refused>(
            RulebookCatalog.Check(Changed([]), text => text == "组织人事部门" ? renamed : null));

        Assert.Equal(new RulebookProblem("copies[3]", "\"组织人事部门\"", renamed), Assert.Single(refused.Problems));
    }

    [Fact]
    public void The_exception_of_a_file_names_every_problem_on_a_line_of_its_own()
    {
        var broken = Changed(["set yellowDays -1", "remove name"]);
        var refused = Assert.Throws<RulebookFileException>(() => RulebookCatalog.Read("a.json", broken));

        Assert.Equal(
            "a.json: name: missing: every member stands in the file.\na.json: yellowDays: -1: YellowDays is 0 to 366; got -1.",
            refused.Message);
        Assert.Equal(("name", "missing", 2), (refused.Member, refused.Value, refused.Problems.Count));
    }

    [Fact]
    public void The_hash_tells_what_a_rulebook_says_and_not_how_it_is_written()
    {
        foreach (var rulebook in RulebookCatalog.Shipped.Rulebooks)
        {
            var text = RulebookCatalog.Shipped.TextOf(rulebook);
            var stored = JsonSerializer.Deserialize<Rulebook>(JsonSerializer.Serialize(rulebook, DomainJson.Options), DomainJson.Options)!;

            Assert.Equal(RulebookHash.Of(rulebook), RulebookHash.Of(stored));
            Assert.Equal(RulebookHash.Of(rulebook), RulebookHash.Of(Sound(text)));
            Assert.NotEqual(RulebookHash.Of(rulebook), RulebookHash.Of(rulebook with { YellowDays = 14 }));
        }

        Assert.Equal(
            RulebookCatalog.Shipped.Rulebooks.Count, RulebookCatalog.Shipped.Rulebooks.Select(RulebookHash.Of).Distinct().Count());
    }

    // Cases hold these rulebooks in their opening entries and show the hash: it may not change with a later version of the program.
    [Theory]
    [InlineData("henan-2016", "7aa6a4058d998ac13b0c49933b59f845ec843e0017bad051030755cc8aa27c11")]
    [InlineData("henan-2016-2", "90c152b1b7a3ac663f63e71e4d99e4f8b4a8c7f3479fbe860436424ecdeabbf9")]
    [InlineData("zhejiang-2017", "978135fab46f3b0e2de37734a61ecec9884bef63bc490685312008b4f2b34a1d")]
    [InlineData("zhejiang-2017-2", "a0c923df427d3b24b3621de2cb535e9b9a3ed91cad489a19687bd8c793537362")]
    [InlineData("zhejiang-2017-3", "f4b27cb378e688e342eb1a2ba8dd867f8682076400dc549dad7c0c1211661cc5")]
    public void The_hash_of_a_shipped_rulebook_stays(string id, string hash) =>
        Assert.Equal(hash, RulebookHash.Of(RulebookCatalog.Shipped.Find(id)!));

    // As a case holds it that was opened before the members came which may be missing.
    [Fact]
    public void A_stored_rulebook_that_lacks_later_members_has_the_hash_of_the_same_rulebook_today()
    {
        var rulebook = RulebookCatalog.Shipped.Find("zhejiang-2017")! with { Ladder = null, YearlyCycle = null, Choices = null };
        var old = JsonSerializer.SerializeToNode(rulebook, DomainJson.Options)!.AsObject();
        foreach (var member in new[] { "ladder", "yearlyCycle", "choices" }) Assert.True(old.Remove(member));

        Assert.Equal(RulebookHash.Of(rulebook), RulebookHash.Of(old.Deserialize<Rulebook>(DomainJson.Options)!));
    }

    private static Rulebook Sound(string text) => Assert.IsType<RulebookReading.Readable>(RulebookCatalog.Check(text)).Rulebook;

    // Henan's, with the members of Zhejiang's that it does not use, so that every rule has its members.
    private static string Changed(IReadOnlyList<string> changes)
    {
        var (henan, zhejiang) = (RulebookCatalog.Shipped.Find("henan-2016-2")!, RulebookCatalog.Shipped.Find("zhejiang-2017-3")!);
        var rulebook = JsonSerializer.SerializeToNode(
            henan with { Extension = zhejiang.Extension, YearlyCycle = zhejiang.YearlyCycle }, DomainJson.Options)!.AsObject();
        var (text, replacements) = ((string?)null, new List<(string, string)>());
        foreach (var change in changes)
        {
            var words = change.Split(' ', 3);
            switch (words[0])
            {
                case "set": Parent(rulebook, words[1])[words[1].Split('.')[^1]] = JsonNode.Parse(words[2]); break;
                case "remove": Assert.True(Parent(rulebook, words[1]).Remove(words[1].Split('.')[^1])); break;
                case "text" when change["text ".Length..].Split(" => ") is [var from, var to]: replacements.Add((from, to)); break;
                case "raw": text = change["raw ".Length..]; break;
                default: throw new FormatException(change);
            }
        }

        text ??= rulebook.ToJsonString(DomainJson.Options);
        foreach (var (from, to) in replacements)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    private static JsonObject Parent(JsonObject json, string path) =>
        path.Split('.').SkipLast(1).Aggregate(json, (parent, name) => parent[name]!.AsObject());

    private static IReadOnlyDictionary<string, Row> Read()
    {
        using var reader = new StreamReader(typeof(RulebookFileTests).Assembly.GetManifestResourceStream("BrokenRulebooks.txt")!);
        return reader.ReadToEnd().Split("\n# ", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.TrimStart('#', ' ').Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(
                lines => lines[0],
                lines => new Row(
                    [.. lines.Skip(1).Where(line => !line.StartsWith("en ", StringComparison.Ordinal)
                        && !line.StartsWith("zh ", StringComparison.Ordinal))],
                    Of("en ", lines), Of("zh ", lines)));
    }

    private static IReadOnlyList<string> Of(string language, string[] lines) =>
        [.. lines.Where(line => line.StartsWith(language, StringComparison.Ordinal)).Select(line => line[language.Length..])];
}
