using Microsoft.DurableTask.Client;
using Rectify.Embedded.Tests.Faults;

namespace Rectify.Embedded.Tests.Engine;

/// <summary>Files that earlier versions of the engine wrote go on; each is kept as the statements that make it.</summary>
/// <remarks>
/// In every file, on 1 January 2030 at 8: 'done' has ended, 'waits' waits for an event or ten days, 'held' is suspended and has the
/// event in its inbox, 'calls' waits for an activity whose result was not written, 'later' starts on 1 February. From the third
/// on 'calls' has an input.
/// </remarks>
public sealed class OldStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("schema-1.sql", "called")]
    [InlineData("schema-2.sql", "called")]
    [InlineData("schema-3.sql", "asked and called")]
    public async Task A_file_of_an_earlier_schema_goes_on(string file, string called)
    {
        await using var host = new EngineHarness();
        SetUp(host.Catalog);
        Sql.Run(host.Path, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Engine", "Stores", file), Token));

        await host.OpenAsync();
        await host.IdleAsync();
        Assert.Equal("early", (await host.GetAsync("done")).ReadOutputAs<string>());
        Assert.Contains("eventRaised", await host.Engine.ExportHistoryAsync("done", Token));
        Assert.Equal(called, (await host.GetAsync("calls")).ReadOutputAs<string>());
        Assert.Equal(host.Clock.GetUtcNow() + TimeSpan.FromDays(10), host.Engine.NextDue);

        await host.Client.ResumeInstanceAsync("held", null, Token);
        await host.IdleAsync();
        Assert.Equal("held back", (await host.GetAsync("held")).ReadOutputAs<string>());

        await host.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal("late", (await host.GetAsync("waits")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.GetAsync("later")).RuntimeStatus);

        await host.AdvanceAsync(TimeSpan.FromDays(21));
        await host.Client.RaiseEventAsync("later", "changed", "now", Token);
        await host.IdleAsync();
        Assert.Equal("now", (await host.GetAsync("later")).ReadOutputAs<string>());
        Assert.Empty(await host.Engine.GetStalledInstancesAsync(Token));
        Assert.Equal(0L, Sql.Run(host.Path, "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM activities)"));
    }

    private static void SetUp(TestCatalog catalog)
    {
        catalog.Activity<string, string>("Say", word => word);
        catalog.Orchestrator("Caller", async context =>
            context.GetInput<string>() + await context.CallActivityAsync<string>("Say", "called"));
        catalog.Orchestrator("Main", async context =>
        {
            using var enough = new CancellationTokenSource();
            var late = context.CreateTimer(TimeSpan.FromDays(10), enough.Token);
            var changed = context.WaitForExternalEvent<string>("changed");
            if (await Task.WhenAny(changed, late) == late)
            {
                return "late";
            }

            enough.Cancel();
            return await changed;
        });
    }
}
