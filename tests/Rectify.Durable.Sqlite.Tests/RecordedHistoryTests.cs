using Microsoft.DurableTask.Converters;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class RecordedHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_history_replays_on_the_code_that_made_it_and_names_the_first_difference_on_other_code()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<int, int>("Double", n => 2 * n);
            catalog.Orchestrator("Main", async context =>
            {
                var n = await context.CallActivityAsync<int>("Double", context.GetInput<int>());
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return n + await context.WaitForExternalEvent<int>("add");
            });
        });
        var id = await host.RunAsync("Main", 4);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.Client.RaiseEventAsync(id, "add", 1, Token);
        await host.IdleAsync();

        var json = (await host.Engine.ExportHistoryAsync(id, Token))!;
        Assert.Null(RecordedHistory.FindDifference(json, host.Catalog, JsonDataConverter.Default));

        host.Catalog.Orchestrator("Main", async context =>
        {
            await context.CallActivityAsync<int>("Double", context.GetInput<int>());
            await context.CallActivityAsync<int>("Double", 1);
        });
        var difference = RecordedHistory.FindDifference(json, host.Catalog, JsonDataConverter.Default);
        Assert.Equal("turn 1: the record says timer #1, the code asks for activity 'Double' #1", difference);

        Assert.Null(await host.Engine.ExportHistoryAsync("nobody", Token));
    }

    [Fact]
    public async Task A_history_read_from_the_file_of_a_stopped_engine_is_the_exported_one_and_names_no_folder_of_the_machine()
    {
        await using var host = await EngineHarness.StartAsync(catalog =>
        {
            catalog.Activity<string?, string>("Fail", _ => throw new FormatException("outer", new IOException("inner")));
            catalog.Orchestrator("Main", context => context.CallActivityAsync("Fail"));
        });
        var id = await host.RunAsync("Main");
        var exported = await host.Engine.ExportHistoryAsync(id, Token);
        Assert.Throws<DurableStoreException>(() => RecordedHistory.Read(host.Path, id));

        await host.Engine.StopAsync(Token);

        Assert.Equal(exported, RecordedHistory.Read(host.Path, id));
        Assert.DoesNotContain("stack", exported, StringComparison.Ordinal);
        Assert.Null(RecordedHistory.Read(host.Path, "nobody"));
        Assert.Throws<FileNotFoundException>(() => RecordedHistory.Read(host.Path + ".none", id));
    }
}
