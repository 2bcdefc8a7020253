using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Ledger;
using Rectify.Server;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>The rulebook of an office on the command line of the server, before it is loaded.</summary>
public sealed class RulebookCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static string Zhejiang => RulebookCatalog.Shipped.TextOf(RulebookCatalog.Shipped.Find("zhejiang-2017-3")!);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_problem_of_a_file_is_printed_and_ends_with_1()
    {
        var file = Written(Zhejiang.Replace("\"yellowDays\": 15", "\"yellowDays\": -1, \"weeks\": 2", StringComparison.Ordinal)
            .Replace("\"maxCount\": 1", "\"maxCount\": 11", StringComparison.Ordinal));

        var (code, output, errors) = await RunAsync("rulebook", "check", file);

        Assert.Equal((1, ""), (code, errors));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("weeks: 2: there is no such member", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["yellowDays: -1: YellowDays is 0 to 366; got -1.", "extension.maxCount: 11: MaxCount is 1 to 10; got 11.", "3 problems."],
            lines[1..].Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task What_is_different_from_the_shipped_one_is_printed_and_ends_with_0()
    {
        var changed = Zhejiang.Replace("\"sanctionMonths\": 6", "\"sanctionMonths\": 4", StringComparison.Ordinal);
        var (taken, why, _) = await RunAsync("rulebook", "check", Written(changed));
        Assert.Equal(1, taken);
        Assert.StartsWith("id: zhejiang-2017-3: There is a rulebook zhejiang-2017-3 with another text.", why, StringComparison.Ordinal);

        var file = Written("// 本县\n" + changed.Replace("\"zhejiang-2017-3\"", "\"yongjia-2026\"", StringComparison.Ordinal));
        var (code, output, _) = await RunAsync("rulebook", "check", file);

        Assert.Equal(0, code);
        Assert.Contains("listing.sanctionMonths (supervised listing, months barred): 6 -> 4", output, StringComparison.Ordinal);
        Assert.DoesNotContain("veto.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2()
    {
        var (code, _, errors) = await RunAsync("rulebook", "check", folder.File("none.json"));

        Assert.Equal(2, code);
        Assert.Contains("none.json", errors, StringComparison.Ordinal);
    }

    // The shipped case under a rulebook whose listings bar for four months.
    [Fact]
    public async Task A_rehearsal_is_played_under_the_rulebook_of_a_file()
    {
        var file = Written(Zhejiang.Replace("\"zhejiang-2017-3\"", "\"yongjia-2026\"", StringComparison.Ordinal)
            .Replace("\"sanctionMonths\": 6", "\"sanctionMonths\": 4", StringComparison.Ordinal));

        var (code, output, errors) = await RunAsync("rehearse", "--rulebook", file);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("2026-03-30…2026-07-30 unit:yj-oubei barred from honours (listing)", output, StringComparison.Ordinal);
        var (refused, _, why) = await RunAsync("rehearse", "--rulebook", Written(Zhejiang.Replace("15,", "-1,", StringComparison.Ordinal)));
        Assert.Equal(1, refused);
        Assert.Contains("yellowDays", why, StringComparison.Ordinal);
    }

    private string Written(string text)
    {
        var file = folder.File("rulebook.json");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (await ServerCommand.RunAsync(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
