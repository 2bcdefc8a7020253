using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rectify.Functions.Tests.Kills;

/// <summary>What the program promises whoever starts and stops it.</summary>
public partial class StartAndStopTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-start-");

    private string Data => Path.Combine(folder.FullName, "data");

    [Fact]
    public async Task Ctrl_C_stops_it_with_exit_code_0()
    {
        await using var child = Start("--data", Data);
        Assert.True(await child.BecomesReadyAsync());
        child.Interrupt();
        Assert.Equal(0, await child.ExitAsync());
    }

    [Fact]
    public async Task Started_in_any_folder_it_keeps_its_data_where_it_is_told()
    {
        await using var child = Start("--data", "data");
        Assert.True(await child.BecomesReadyAsync());
        Assert.True(File.Exists(Path.Combine(Data, "ledger.db")));
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, ".rectify")));
    }

    [Fact]
    public async Task Told_nothing_it_keeps_its_data_in_the_current_folder()
    {
        await using var child = Start();
        Assert.True(await child.BecomesReadyAsync());
        Assert.True(File.Exists(Path.Combine(folder.FullName, ".rectify", "ledger.db")));
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_says_so_in_one_line_and_leaves_the_first_alone()
    {
        await using var first = Start("--data", Data);
        Assert.True(await first.BecomesReadyAsync());
        await using (var second = Start("--data", Data))
        {
            Assert.NotEqual(0, await second.ExitAsync());
            Assert.Equal($"The data folder {Data} is in use by another host.", second.Output.Trim());
        }

        Assert.Equal(HttpStatusCode.Created, (await PutUnitAsync(first, KeyIn(first.Output)!)).StatusCode);
    }

    [Theory]
    // not a database, pages overwritten, cut off, ours without its tables
    [InlineData("garbage")]
    [InlineData("pages")]
    [InlineData("cut")]
    [InlineData("tables")]
    public async Task A_damaged_ledger_is_one_sentence_and_exit_code_2(string how)
    {
        await using (var first = Start("--data", Data))
        {
            Assert.True(await first.BecomesReadyAsync());
            first.Interrupt();
            Assert.Equal(0, await first.ExitAsync());
        }

        var file = Path.Combine(Data, "ledger.db");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        foreach (var log in Directory.GetFiles(Data, "ledger.db-*")) File.Delete(log);
        switch (how)
        {
            case "garbage":
                bytes.AsSpan().Fill((byte)'x');
                break;
            case "pages":
                bytes.AsSpan(4096, bytes.Length - 4096).Fill(0xA5);
                break;
            case "cut":
                bytes = bytes[..(bytes.Length / 2)];
                break;
        }

        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        if (how == "tables") await Audit.LedgerIndexTests.ChangeAsync(Data, "", "DROP TABLE schema_version");

        await using var damaged = Start("--data", Data);
        Assert.Equal(2, await damaged.ExitAsync());
        Assert.DoesNotContain('\n', damaged.Output.Trim());
        Assert.StartsWith(file, damaged.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_key_is_shown_on_the_first_start_alone_and_only_its_hash_is_kept()
    {
        string key;
        await using (var first = Start("--data", Data))
        {
            Assert.True(await first.BecomesReadyAsync());
            key = KeyIn(first.Output)!;
            Assert.Equal(HttpStatusCode.Created, (await PutUnitAsync(first, key)).StatusCode);
            first.Interrupt();
            await first.ExitAsync();
        }

        await using var second = Start("--data", Data);
        Assert.True(await second.BecomesReadyAsync());
        Assert.Null(KeyIn(second.Output));
        Assert.Equal(HttpStatusCode.OK, (await PutUnitAsync(second, key)).StatusCode);
        second.Interrupt();
        await second.ExitAsync();

        Assert.NotEmpty(Directory.GetFiles(Data, "*", SearchOption.AllDirectories));
        Assert.All(Directory.GetFiles(Data, "*", SearchOption.AllDirectories), file =>
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(key))));
    }

    // The first has its key already when the second comes; whoever reads the first's output must be able to use it.
    [Fact]
    public async Task Of_two_started_together_on_empty_data_the_one_that_runs_has_shown_a_key_that_opens_it()
    {
        await using var one = Start("--data", Data);
        await using var other = Start("--data", Data);
        var ready = await Task.WhenAll(IsReadyAsync(one), IsReadyAsync(other));
        Assert.Single(ready, isReady => isReady);

        var keys = new[] { KeyIn(one.Output), KeyIn(other.Output) }.OfType<string>().ToList();
        var (running, key) = (ready[0] ? one : other, Assert.Single(keys));
        Assert.Equal(HttpStatusCode.Created, (await PutUnitAsync(running, key)).StatusCode);
        Assert.Equal(key, KeyIn(running.Output));
    }

    [Theory]
    [InlineData("2026-03-30T01:00:00Z", "2026-05-01T00:00:00Z")]
    [InlineData("2026-04-30T23:59:59Z", "2026-05-01T00:00:00Z")]
    [InlineData("2026-05-01T00:00:01Z", "2026-05-01T00:00:01Z")]
    public async Task The_clock_goes_on_from_the_later_of_the_instant_reached_and_the_instant_given(string given, string expected)
    {
        await using (var first = Start("--data", Data, "--clock", "2026-03-30T01:00:00Z", "--Access:OfficerKey", Child.Key))
        {
            Assert.True(await first.BecomesReadyAsync());
            var advanced =
                await first.Http.PostAsJsonAsync("/dev/clock/advance", new { to = "2026-05-01T00:00:00Z" },
                    TestContext.Current.CancellationToken);
            advanced.EnsureSuccessStatusCode();
            first.Kill();
            await first.ExitAsync();
        }

        await using var second = Start("--data", Data, "--clock", given, "--Access:OfficerKey", Child.Key);
        Assert.True(await second.BecomesReadyAsync());
        var clock = await second.Http.GetFromJsonAsync<JsonElement>("/dev/clock", TestContext.Current.CancellationToken);
        Assert.Equal(DateTimeOffset.Parse(expected), clock.GetProperty("now").GetDateTimeOffset());
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task<bool> IsReadyAsync(Child child)
    {
        try
        {
            return await child.BecomesReadyAsync();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<HttpResponseMessage> PutUnitAsync(Child child, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/units/u1")
        {
            Content = JsonContent.Create(new
            {
                name = "街道",
                kind = "locality",
                level = "township",
                liaison = new { name = "联络员", email = "l@u1.example" },
            }),
        };
        child.Http.DefaultRequestHeaders.Remove("x-functions-key");
        request.Headers.Add("x-functions-key", key);
        return await child.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? KeyIn(string output) => Shown.Match(output) is { Success: true } shown ? shown.Groups[1].Value : null;

    private Child Start(params string[] arguments) => Child.Start(folder.FullName, arguments);

    [GeneratedRegex("Officer key .*: ([0-9a-f]{48})")]
    private static partial Regex Shown { get; }
}
