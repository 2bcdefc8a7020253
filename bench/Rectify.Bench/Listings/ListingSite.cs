using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server;

namespace Rectify.Bench.Listings;

/// <summary>The server as an office runs it, by the real clock, with units and their leaders in the register.</summary>
internal sealed class ListingSite : IAsyncDisposable
{
    private const int Units = 50;

    private readonly FunctionsHost host;

    private ListingSite(FunctionsHost host, HttpClient http) => (this.host, Http) = (host, http);

    public HttpClient Http { get; }

    public static async Task<ListingSite> OpenAsync(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var all = new Dictionary<string, string?>(settings) { ["Access:OfficerKey"] = key, ["Logging:LogLevel:Default"] = "Warning" };
        var host = await OfficeServer.CreateBuilder(new ServerOptions(null, folder, "http://127.0.0.1:0", all)).BuildAsync();
        await host.StartAsync();

        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("x-functions-key", key);
        var site = new ListingSite(host, http);
        for (var unit = 0; unit < Units; unit++) await site.RegisterAsync($"u{unit}");
        return site;
    }

    /// <summary>Lists a unit; the milliseconds until the answer.</summary>
    /// <param name="n">Which of the listings it is.</param>
    /// <param name="number">Its document number; null for the next one.</param>
    public async Task<double> ListAsync(int n, string? number)
    {
        var body = new
        {
            unitId = $"u{n % Units}",
            ground = "unresolvedHotspot",
            severity = "serious",
            facts = "辖区内多次发生同类问题，督办后仍未见效。",
            goals = new[] { "问题清零", "建立长效机制" },
            listedOn = Today,
            period = new { months = 3 },
            documentNumber = number,
            legalBasis = "实施办法第二十一条",
            issuedBy = "永嘉县平安办",
        };
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await Http.PostAsJsonAsync("/api/listings", body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? TimeProvider.System.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"Listing {n}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>Completes when the orchestrations of every case sleep.</summary>
    public Task WhenIdleAsync() => host.Services.GetRequiredService<DurableEngine>().WhenIdleAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).Date).ToString("yyyy-MM-dd");

    private async Task RegisterAsync(string unit)
    {
        var liaison = new { name = "陈联络", email = $"liaison@{unit}.example" };
        await PutAsync(
            $"/api/units/{unit}",
            new { name = $"{unit}街道", kind = "locality", level = "township", liaison, supervisorEmail = "office@yongjia.example" });
        foreach (var role in new[] { "principal", "supervising", "inCharge" })
        {
            var official = new { name = role, email = $"{role}@{unit}.example", unitId = unit, post = "职务", role, from = "2024-01-01" };
            await PutAsync($"/api/officials/{unit}-{role}", official);
        }
    }

    private async Task PutAsync(string route, object body)
    {
        using var answer = await Http.PutAsJsonAsync(route, body);
        answer.EnsureSuccessStatusCode();
    }
}
