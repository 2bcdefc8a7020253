using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Protocol;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>The app in its own server, with a stepped clock.</summary>
/// <remarks>The system chooses its port, and it says which: a port that was looked for before could be another's by then.</remarks>
internal sealed partial class ServerOffice : IOffice
{
    private const string Key = "the-officers-key-of-the-tests";

    private readonly DirectoryInfo own = Directory.CreateTempSubdirectory("rectify-server-");
    private readonly ChildProcess process;

    private ServerOffice(DateTimeOffset start)
    {
        Folder = own.CreateSubdirectory("data").FullName;
        process = ChildProcess.Start(
            Repository.Output("functions/Rectify.Server"),
            own.FullName,
            [
                "--urls", "http://127.0.0.1:0", "--data", Folder, "--clock", Written(start), "--Access:OfficerKey", Key,
                "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Rectify", "Information",
            ],
            []);
        Http = new HttpClient { Timeout = Workers.Limit };
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public HttpClient Http { get; }

    public string Folder { get; }

    public static async Task<ServerOffice> StartAsync(DateTimeOffset start)
    {
        var office = new ServerOffice(start);
        try
        {
            office.Http.BaseAddress = await office.AddressAsync().WaitAsync(Workers.Limit, Cancellation);
            await office.AdvanceAsync(start);
            return office;
        }
        catch (Exception failed)
        {
            var output = office.process.Output;
            await office.DisposeAsync();
            throw new InvalidOperationException($"The server did not start. It says:{Environment.NewLine}{output}", failed);
        }
    }

    public async Task AdvanceAsync(DateTimeOffset to)
    {
        using var answer = await Http.PostAsJsonAsync("/dev/clock/advance", new { to = Written(to) }, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    // An advance by nothing waits for what is under way.
    public async Task SettleAsync()
    {
        using var answer = await Http.PostAsJsonAsync("/dev/clock/advance", new { days = 0 }, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        TestContext.Current.TestOutputHelper?.WriteLine(process.Output);
        await process.KillAsync();
        process.Dispose();
        own.Delete(recursive: true);
    }

    private async Task<Uri> AddressAsync()
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await poll.WaitForNextTickAsync(Cancellation))
        {
            if (ListeningOn.Match(process.Output) is { Success: true } said) return new Uri(said.Groups["address"].Value);
            if (process.HasExited) break;
        }

        throw new WorkerLostException("The server has ended.");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    [GeneratedRegex("Listening on (?<address>http://[0-9.:]+)")]
    private static partial Regex ListeningOn { get; }
}
