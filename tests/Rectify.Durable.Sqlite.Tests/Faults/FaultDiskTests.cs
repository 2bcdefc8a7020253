using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Rectify.Durable.Sqlite.Clients;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>The disk is full: callers are told, and what was accepted is done when there is room again.</summary>
public sealed class FaultDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectify-disk-").FullName;
    private readonly TestCatalog catalog = new();
    private readonly FirstError errors = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_may_not_grow_refuses_callers_and_keeps_what_it_accepted()
    {
        using var parts = Open(folder);
        await parts.StartAsync(Token);
        var room = long.MaxValue;

        await FillAsync(parts, () => Limit(parts, room = Pages(parts) + 40), () => Limit(parts, room = 1_000_000));

        await parts.StopAsync();
        Assert.Equal(1_000_000, room);
        Assert.Equal("ok", Sql.Run(Path.Combine(folder, "durable.db"), "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_disk_without_room_refuses_callers_and_keeps_what_it_accepted()
    {
        using var disk = SmallDisk.TryMount(folder, "64m");
        Assert.SkipWhen(disk is null, "Mounting a small disk needs rights that this process does not have.");
        using var parts = Open(folder);
        await parts.StartAsync(Token);
        var filler = Path.Combine(folder, "filler");

        await FillAsync(parts, () => File.WriteAllBytes(filler, new byte[62 << 20]), () => File.Delete(filler));

        await parts.StopAsync();
        Assert.Equal("ok", Sql.Run(Path.Combine(folder, "durable.db"), "PRAGMA integrity_check"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static long Pages(EngineParts parts)
    {
        using var command = parts.Database.Writer.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)command.ExecuteScalar()!;
    }

    private static void Limit(EngineParts parts, long pages) =>
        SQLitePCL.raw.sqlite3_exec(parts.Database.Writer.Handle, $"PRAGMA max_page_count = {pages}");

    private async Task FillAsync(EngineParts parts, Action fill, Action empty)
    {
        var result = new TaskCompletionSource<string?>();
        catalog.RawActivity("Slow", (_, stop) => result.Task.WaitAsync(stop));
        catalog.Orchestrator("Main", context => context.CallActivityAsync<string>("Slow", context.GetInput<string>()));
        await using var client = new EngineClient(() => parts, JsonDataConverter.Default, null);
        var accepted = new List<string> { await client.ScheduleNewOrchestrationInstanceAsync("Main", "first", Token) };
        await client.WaitForInstanceStartAsync(accepted[0], Token);
        fill();

        var refused = await Assert.ThrowsAsync<DurableStoreException>(async () =>
        {
            for (var n = 0; n < 10_000; n++)
            {
                accepted.Add(await client.ScheduleNewOrchestrationInstanceAsync("Main", new string('x', 10_000), Token)
                    .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token));
            }
        });
        Assert.Contains("is full", refused.Message);

        // What was accepted wants to be written now, and cannot.
        result.SetResult($"\"{new string('y', 20_000)}\"");
        Assert.Contains("is full", await errors.Logged.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token));
        empty();

        foreach (var id in accepted)
        {
            var end =
                await client.WaitForInstanceCompletionAsync(id, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        }
    }

    private EngineParts Open(string where) => new(
        new EngineOptions { DatabasePath = Path.Combine(where, "durable.db") }, catalog, JsonDataConverter.Default, TimeProvider.System,
        errors);
}
