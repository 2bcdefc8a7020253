using System.Text.RegularExpressions;
using Rectify.Board.Words;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests.Board;

public sealed partial class ProblemWordsTests
{
    [Fact]
    public void Every_refusal_of_the_domain_and_of_the_command_bodies_is_said_in_Chinese()
    {
        string[] folders = ["functions/Rectify.Domain/Cases", "functions/Rectify.Functions/Cases", "functions/Rectify.Functions/Listings", "functions/Rectify.Functions/Vetoes"];
        var names = folders.SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.cs"))
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Contains("extension-limit", names);
        Assert.Contains("wrong-state", names);
        Assert.Empty(names.Where(name => name is not "stale").Except(ProblemTable.Rows.Select(row => row.Name)));
    }

    [Theory]
    [InlineData(
        "extension-limit", "by", "The rulebook zhejiang-2017 allows 1 extension(s) per case; 1 granted. (S11)",
        "本案适用的规则最多延长 1 次，已延长 1 次。", "The rulebook zhejiang-2017 allows 1 extension(s) per case; 1 granted. (S11)")]
    [InlineData(
        "date-out-of-range", "on", "A revocation takes effect between 2026-03-30 and today, 2026-04-02; got 2026-05-01. (S10)",
        "撤销生效日应在2026年3月30日至今天（2026年4月2日）之间，填写的是2026年5月1日。", "A revocation takes effect between 2026-03-30 and today, 2026-04-02; got 2026-05-01. (S10)")]
    [InlineData("text-length", "reason", "reason: 1 to 200 characters, not only blanks; got 201.", "最多 200 个字，已填写 201 个。", "1 to 200 characters, not only blanks; got 201.")]
    [InlineData("malformed", "facts", "facts is missing.", "请填写此项。", "Please fill this in.")]
    [InlineData("unknown-unit", "unitId", "unitId: a unit in the register; got \"x\".", "单位台账中没有编号为“x”的单位。", "A unit in the register; got \"x\".")]
    // one that has no wording yet loses nothing
    [InlineData("brand-new", "x", "x: something else.", "不符合规则：something else.", "Something else.")]
    public void A_problem_keeps_its_days_and_numbers(string name, string member, string detail, string chinese, string english)
    {
        Assert.Equal(chinese, ProblemWords.Of($"/problems/{name}", member, detail, Language.Chinese));
        Assert.Equal(english, ProblemWords.Of($"/problems/{name}", member, detail, Language.English));
    }

    [GeneratedRegex("(?:Rejection\\.(?:Rule|Conflict)|Problem\\.(?:Rule|Of))\\((?:\\s*\\d+,)?\\s*\"([a-z-]+)\"")]
    private static partial Regex Name();
}
