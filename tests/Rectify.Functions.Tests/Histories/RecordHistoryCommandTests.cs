using Rectify.Functions.Tests.Journeys;
using Rectify.Server;

namespace Rectify.Functions.Tests.Histories;

public sealed class RecordHistoryCommandTests(AppCode code) : IClassFixture<AppCode>
{
    [Fact]
    public async Task It_prints_a_history_that_todays_code_replays_once_the_host_has_ended()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var id = $"case-{await app.ListAsync("2026-03-30", new { months = 6 })}";
        await app.SettleAsync();

        var (inUse, nothing, error) = await RunAsync(id, "--data", app.Folder);
        Assert.Equal((2, ""), (inUse, nothing));
        Assert.Contains("is in use by another process or engine", OneLine(error), StringComparison.Ordinal);

        await app.StopAsync();
        var (done, history, noError) = await RunAsync(id, "--data", app.Folder);
        Assert.Equal((0, ""), (done, noError));
        Assert.Null(code.Difference(history, code.Catalog));

        var (unknown, _, who) = await RunAsync("case-nobody", "--data", app.Folder);
        Assert.Equal(1, unknown);
        Assert.EndsWith("holds no orchestration case-nobody.", OneLine(who), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_not_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"rectify-{nameof(A_folder_that_is_not_there_is_named_and_not_made)}");

        var (exit, output, error) = await RunAsync("case-1", "--data", folder);

        Assert.Equal((2, ""), (exit, output));
        Assert.Equal($"There is no file {Path.Combine(folder, "durable.db")}.", OneLine(error));
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData]
    [InlineData("case-1")]
    [InlineData("case-1", "--data")]
    [InlineData("case-1", "--data", "")]
    [InlineData("--data", "folder")]
    [InlineData("", "--data", "folder")]
    [InlineData("case-1", "--data", "folder", "more")]
    public async Task Anything_else_is_refused_in_one_sentence(params string[] options)
    {
        var (exit, output, error) = await RunAsync(options);

        Assert.Equal((2, ""), (exit, output));
        Assert.EndsWith(".", OneLine(error), StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await ServerCommand.RunAsync(["record-history", .. options], output, errors);
        return (exit, output.ToString(), errors.ToString());
    }

    private static string OneLine(string text) => Assert.Single(text.TrimEnd().Split('\n'));
}
