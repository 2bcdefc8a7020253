using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Embedded.Clock;

namespace Rectify.Functions.Rehearsal;

/// <summary>The real app on a free loopback port, with a clock that moves when told.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly IHost host;

    private Stage(IHost host, HttpClient http, string directory) => (this.host, Http, Directory) = (host, http, directory);

    /// <summary>Speaks to the app as an officer.</summary>
    public HttpClient Http { get; }

    /// <summary>Ledger, orchestrations and mails.</summary>
    public string Directory { get; }

    public IServiceProvider Services => host.Services;

    public ClockDriver Clock => Services.GetRequiredService<ClockDriver>();

    public static async Task<Stage> OpenAsync(string directory, DateTimeOffset start, params string[] settings)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var host = RectifyApp.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0",
            "--data", directory,
            "--clock", start.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            "--Access:OfficerKey", key,
            "--Logging:LogLevel:Default", "Warning",
            .. settings,
        ]).Build();
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
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
