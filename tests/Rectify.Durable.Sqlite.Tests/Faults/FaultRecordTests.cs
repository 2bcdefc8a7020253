namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>
/// The record of one instance is wrong: it is shown as stalled with the reason, the others go on, and so does it when the record is right
/// again.
/// </summary>
public sealed class FaultRecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE history SET data = CAST('{' AS BLOB)", "turn 1 cannot be prepared: ")]
    [InlineData(
        """UPDATE history SET data = CAST('{"at":"2030-01-01T08:00:00+00:00","events":[{"e":"unheard-of"}],"steps":[]}' AS BLOB)""",
        "unheard-of")]
    [InlineData("DELETE FROM history", "leads to the turns []")]
    [InlineData("UPDATE history SET turn = 1", "leads to the turns [1]")]
    [InlineData("UPDATE history SET execution = execution + 1", "leads to the turns []")]
    public async Task A_history_that_cannot_be_read_stalls_its_instance_until_it_is_mended(string damage, string reason)
    {
        await using var host = await StartAsync();
        await host.RunAsync("Main", id: "one");
        await host.Engine.StopAsync(Token);
        Sql.Run(host.Path, $"CREATE TABLE kept AS SELECT * FROM history; {damage}");

        await host.OpenAsync();
        await host.RunAsync("Main", id: "two");
        await host.Client.RaiseEventAsync("one", "go", 1, Token);
        await host.Client.RaiseEventAsync("two", "go", 2, Token);
        await host.IdleAsync();

        var stalled = Assert.Single(await host.Engine.GetStalledInstancesAsync(Token));
        Assert.Equal("one", stalled.InstanceId);
        Assert.Contains(reason, stalled.Reason);
        Assert.Equal(2, (await host.GetAsync("two")).ReadOutputAs<int>());

        await host.Engine.StopAsync(Token);
        Sql.Run(host.Path, "INSERT OR REPLACE INTO history SELECT * FROM kept; DROP TABLE kept");
        await host.OpenAsync();
        await host.IdleAsync();
        Assert.Equal(1, (await host.GetAsync("one")).ReadOutputAs<int>());
        Assert.Empty(await host.Engine.GetStalledInstancesAsync(Token));
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_stalls_its_instance()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Main", id: "one");
        await host.Engine.StopAsync(Token);
        Sql.Run(host.Path,
            """
            INSERT INTO inbox (sequence, number, execution, kind, task, payload)
            SELECT 5000, number, execution, 3, 0, '{' FROM instances
            """);

        await host.OpenAsync();
        await host.IdleAsync();

        Assert.Contains("turn 1 cannot be prepared", Assert.Single(await host.Engine.GetStalledInstancesAsync(Token)).Reason);
    }

    [Fact]
    public async Task A_turn_that_the_file_refuses_again_and_again_stalls_its_instance_instead_of_being_repeated_for_ever()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Main", id: "one");
        await host.RunAsync("Main", id: "two");
        Sql.Run(host.Path,
            """
            CREATE TRIGGER keep BEFORE DELETE ON inbox WHEN old.number = (SELECT number FROM instances WHERE id = 'one')
            BEGIN SELECT RAISE(IGNORE); END
            """);

        await host.Client.RaiseEventAsync("one", "go", 1, Token);
        await host.IdleAsync();
        await host.Client.RaiseEventAsync("two", "go", 2, Token);
        await host.IdleAsync();
        Assert.Contains("turn 1 cannot be committed: Inbox row", Assert.Single(await host.Engine.GetStalledInstancesAsync(Token)).Reason);
        Assert.Equal(2, (await host.GetAsync("two")).ReadOutputAs<int>());

        Sql.Run(host.Path, "DROP TRIGGER keep");
        await host.Client.RaiseEventAsync("one", "go", 9, Token);
        await host.IdleAsync();
        Assert.Equal(1, (await host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_turn_that_breaks_a_rule_of_the_file_does_not_keep_the_others_from_writing()
    {
        await using var host = await StartAsync();
        await host.RunAsync("Main", id: "one");
        await host.RunAsync("Main", id: "two");
        Sql.Run(host.Path,
            """
            CREATE TRIGGER refuse BEFORE INSERT ON history WHEN new.execution = (SELECT execution FROM instances WHERE id = 'one')
            BEGIN SELECT RAISE(ABORT, 'broken'); END
            """);

        await host.Client.RaiseEventAsync("one", "go", 1, Token);
        await host.Client.RaiseEventAsync("two", "go", 2, Token);
        await host.IdleAsync();

        Assert.Equal("one", Assert.Single(await host.Engine.GetStalledInstancesAsync(Token)).InstanceId);
        Assert.Equal(2, (await host.GetAsync("two")).ReadOutputAs<int>());
    }

    private static Task<EngineHarness> StartAsync() => EngineHarness.StartAsync(
        catalog => catalog.Orchestrator("Main", context => context.WaitForExternalEvent<int>("go")));
}
