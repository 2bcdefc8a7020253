using System.Globalization;
using System.Net;
using Rectify.Functions.Tests.Journeys;
using Rectify.Server;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>The command <c>account</c> on a data folder that no server has open.</summary>
public class AccountCommandTests
{
    [Fact]
    public async Task Who_has_no_key_left_gets_in_by_an_account_of_the_command_line()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");
        Ran issued = Ran.Nothing, wrong = Ran.Nothing, key = Ran.Nothing, revoked = Ran.Nothing, listed = Ran.Nothing;
        await app.StopForAsync(
            () =>
            {
                issued = Run(
                    app, "issue", "zhang", "--role", "officer", "--holder", "张三", "--email", "zhang@county.example", "--by", "李");
                wrong = Run(app, "issue", "n", "--role", "unit", "--unit", "yj-none", "--holder", "邻街道", "--by", "李");
                Run(app, "issue", "oa", "--role", "reader", "--holder", "办公系统", "--until", "2999-01-01", "--by", "李");
                Run(app, "issue", "oa", "--role", "reader", "--holder", "办公系统", "--by", "李");
                key = Run(app, "issue-key", "oa", "k1", "--by", "李");
                revoked = Run(app, "revoke", "zhang", "--reason", "调离", "--by", "李");
                listed = Run(app, "list");
            },
            "2026-03-30 10:00");

        Assert.Equal((0, ""), (issued.Code, issued.Errors));
        Assert.Contains("valid", issued.Output, StringComparison.Ordinal);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("yj-none", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(0, revoked.Code);
        Assert.Equal(["oa", "zhang"], listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));
        using var system = new HttpClient { BaseAddress = app.Http.BaseAddress };
        system.DefaultRequestHeaders.Add("x-functions-key", key.Output.Trim().Split(' ')[^1]);
        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/cases", TestContext.Current.CancellationToken)).StatusCode);
        Assert.All(
            await app.ItemsAsync("/api/account-entries"), entry => Assert.Equal("server:李", entry.GetProperty("actor").GetString()));
    }

    private static Ran Run(App app, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = ServerCommand.RunAsync(["account", .. arguments, "--data", app.Folder], output, errors).GetAwaiter().GetResult();
        return new Ran(code, output.ToString().ReplaceLineEndings("\n"), errors.ToString());
    }

    private sealed record Ran(int Code, string Output, string Errors)
    {
        public static Ran Nothing { get; } = new(-1, "", "");
    }
}
