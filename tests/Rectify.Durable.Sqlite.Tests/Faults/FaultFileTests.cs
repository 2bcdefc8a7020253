using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>The file is damaged: the engine says so, and never goes on as if nothing had been there.</summary>
public sealed class FaultFileTests : IDisposable
{
    private const int PageSize = 4096;
    private const int Instances = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("rectify-file-").FullName;
    private readonly TestCatalog catalog = new();

    public FaultFileTests()
    {
        catalog.Activity<string, int>("Length", text => text.Length);
        catalog.Orchestrator("Main", async context =>
            await context.CallActivityAsync<int>("Length", context.GetInput<string>()) + await context.WaitForExternalEvent<int>("go"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder, "durable.db");

    [Fact]
    public async Task Whichever_page_is_overwritten_the_engine_says_so_or_loses_nothing()
    {
        await FillAsync(stop: true);
        var whole = System.IO.File.ReadAllBytes(File);
        var silent = new List<string>();
        for (var page = 1; page < whole.Length / PageSize; page++)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(page * PageSize, PageSize).Fill(0xA5);
            System.IO.File.WriteAllBytes(File, damaged);
            if (await FindSilenceAsync() is { } what)
            {
                silent.Add($"page {page + 1}: {what}");
            }

            Clear();
        }

        Assert.True(silent.Count == 0, string.Join("\n", silent));
        System.IO.File.WriteAllBytes(File, whole);
        Assert.Null(await FindSilenceAsync());
    }

    [Theory]
    // the last page is missing
    [InlineData(-PageSize)]
    // the middle of a page
    [InlineData(3 * PageSize + 100)]
    // the header only
    [InlineData(100)]
    public async Task A_file_that_was_cut_off_is_refused(int length)
    {
        await FillAsync(stop: true);
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.SetLength(length > 0 ? length : file.Length + length);
        }

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task An_empty_file_beside_a_full_log_is_refused()
    {
        await FillAsync(stop: false);
        System.IO.File.WriteAllBytes(File, []);

        await AssertRefusedAsync();
    }

    [Theory]
    // the header
    [InlineData(0.0)]
    // the first commit
    [InlineData(0.01)]
    // the middle
    [InlineData(0.5)]
    public async Task A_log_that_is_damaged_before_its_last_commit_is_refused(double place)
    {
        await FillAsync(stop: false);
        using (var log = System.IO.File.OpenWrite(File + "-wal"))
        {
            log.Position = (long)(place * log.Length);
            log.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
        }

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_log_that_ends_in_the_middle_of_a_commit_is_a_power_cut_and_opens()
    {
        await FillAsync(stop: false);
        using (var log = System.IO.File.OpenWrite(File + "-wal"))
        {
            log.SetLength(log.Length - 100);
        }

        await using var engine = await OpenAsync(new FirstError());

        Assert.NotNull(await engine.Client.GetInstanceAsync("i0", Token));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task AssertRefusedAsync()
    {
        var before = System.IO.File.ReadAllBytes(File);
        var refused = await Assert.ThrowsAsync<DurableStoreException>(() => OpenAsync(new FirstError()));
        Assert.Contains("is damaged", refused.Message);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    /// <summary>Null when an error was told, or when everything that was accepted was done; else what is missing.</summary>
    private async Task<string?> FindSilenceAsync()
    {
        var errors = new FirstError();
        DurableEngine? engine = null;
        try
        {
            engine = await OpenAsync(errors);
            var client = engine.Client;
            await Task.WhenAll(Enumerable.Range(0, Instances).Select(n => client.RaiseEventAsync($"i{n}", "go", 1, Token)))
                .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
            var idle = engine.WhenIdleAsync(Token);
            await Task.WhenAny(idle, errors.Logged).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
            for (var n = 0; n < Instances && !errors.Logged.IsCompleted; n++)
            {
                var end = await engine.Client.GetInstanceAsync($"i{n}", true, Token);
                if (end is not { RuntimeStatus: OrchestrationRuntimeStatus.Completed } || end.ReadOutputAs<int>() != 401)
                {
                    return $"i{n} is {end?.RuntimeStatus.ToString() ?? "gone"}";
                }
            }

            return null;
        }
        catch (DurableStoreException)
        {
            return null;
        }
        finally
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }
    }

    private async Task FillAsync(bool stop)
    {
        await using var engine = await OpenAsync(new FirstError());
        for (var n = 0; n < Instances; n++)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", new string('x', 400), new($"i{n}"), Token);
        }

        await engine.WhenIdleAsync(Token);
        if (stop)
        {
            await engine.StopAsync(Token);
            return;
        }

        // As a kill leaves it: the log is not yet taken over into the file.
        var (file, log) = (System.IO.File.ReadAllBytes(File), System.IO.File.ReadAllBytes(File + "-wal"));
        await engine.DisposeAsync();
        System.IO.File.WriteAllBytes(File, file);
        System.IO.File.WriteAllBytes(File + "-wal", log);
    }

    private void Clear()
    {
        System.IO.File.Delete(File + "-wal");
        System.IO.File.Delete(File + "-shm");
    }

    private async Task<DurableEngine> OpenAsync(FirstError errors)
    {
        var engine = new DurableEngine(
            new EngineOptions { DatabasePath = File }, catalog, JsonDataConverter.Default, TimeProvider.System, errors);
        await engine.StartAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        return engine;
    }
}
