using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Server.Clock;
using Rectify.Server.CommandLine;

namespace Rectify.Server.Rehearsal;

/// <summary>The server on a free loopback port with a stepped clock, for rehearsals and the sample county.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly FunctionsHost host;

    private Stage(FunctionsHost host, HttpClient http, string directory) => (this.host, Http, Directory) = (host, http, directory);

    /// <summary>A client that sends requests with the officer key.</summary>
    public HttpClient Http { get; }

    /// <summary>The folder with ledger, orchestrations and mails.</summary>
    public string Directory { get; }

    public IServiceProvider Services => host.Services;

    public ClockDriver Clock => Services.GetRequiredService<ClockDriver>();

    /// <summary>Starts the server, with settings in the form of a command line.</summary>
    public static Task<Stage> OpenAsync(string directory, DateTimeOffset start, params string[] settings) =>
        OpenAsync(directory, start, SettingArguments.Take(settings).Settings);

    /// <summary>Starts the server.</summary>
    /// <param name="directory">The folder for ledger, orchestrations and mails.</param>
    /// <param name="start">Where the stepped clock starts.</param>
    /// <param name="settings">Settings of the app.</param>
    /// <param name="configure">Adds services that replace the app's own; null for none.</param>
    public static async Task<Stage> OpenAsync(
        string directory, DateTimeOffset start, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Access:OfficerKey"] = key,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (name, value) in settings) all[name] = value;

        var builder = OfficeServer.CreateBuilder(new ServerOptions(start, directory, "http://127.0.0.1:0", all));
        configure?.Invoke(builder.Services);
        var host = await builder.BuildAsync();
        await host.StartAsync();

        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("x-functions-key", key);
        return new Stage(host, http, directory);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
