using Rectify.Durable.Sqlite.Tests.Faults;

namespace Rectify.Durable.Sqlite.Tests;

/// <summary>Files that earlier builds wrote. <c>Stores/schema-4.sql</c> makes the file of an office with one listed unit.</summary>
public sealed class OldStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_an_older_schema_is_set_aside_and_an_empty_one_takes_its_place()
    {
        var logs = new ListLoggers();
        await using var host = new EngineHarness { Loggers = logs };
        host.Catalog.Orchestrator("Main", _ => Task.FromResult("done"));
        Write(host.Path);

        await host.OpenAsync();

        Assert.Equal("done", (await host.GetAsync(await host.RunAsync("Main"))).ReadOutputAs<string>());
        Assert.Equal(1L, Sql.Run(host.Path, "SELECT count(*) FROM instances"));
        Assert.Equal(4L, Sql.Run($"{host.Path}.schema-4", "SELECT max(version) FROM schema_version"));
        Assert.Contains(
            $"The database {host.Path} is of an older build and was set aside as {host.Path}.schema-4; "
            + "orchestrations begin anew in an empty one",
            logs.Lines);
    }

    [Fact]
    public async Task A_second_file_of_the_same_schema_does_not_replace_the_first()
    {
        await using var host = new EngineHarness();
        Write(host.Path);
        await host.OpenAsync();
        await host.Engine.StopAsync(Token);
        File.Delete(host.Path);
        Write(host.Path);

        await host.OpenAsync();

        Assert.True(File.Exists($"{host.Path}.schema-4"));
        Assert.True(File.Exists($"{host.Path}.schema-4-2"));
    }

    [Fact]
    public async Task What_else_has_the_name_stays_and_what_cannot_be_moved_is_told()
    {
        await using var host = new EngineHarness();
        Write(host.Path);
        Directory.CreateDirectory($"{host.Path}.schema-4");
        await host.OpenAsync();
        Assert.True(File.Exists($"{host.Path}.schema-4-2"));
        await host.Engine.StopAsync(Token);
        File.Delete(host.Path);
        Write(host.Path);
        File.WriteAllText($"{host.Path}-shm", "");
        Directory.CreateDirectory($"{host.Path}.schema-4-3-shm");

        var refused = await Assert.ThrowsAsync<DurableStoreException>(host.OpenAsync);

        Assert.StartsWith($"The database {host.Path} is of an older build and cannot be set aside", refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_reads_a_file_of_an_older_schema_is_refused_and_leaves_it_where_it_is()
    {
        await using var host = new EngineHarness();
        Write(host.Path);

        var refused = Assert.Throws<DurableStoreException>(() => RecordedHistory.Read(host.Path, "one"));

        Assert.Equal($"The database {host.Path} has schema 4; this build reads 5 only.", refused.Message);
        Assert.Equal(4L, Sql.Run(host.Path, "SELECT max(version) FROM schema_version"));
        await host.OpenAsync();
    }

    private static void Write(string path) =>
        Sql.Run(path, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stores", "schema-4.sql")));
}
