using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Server;
using Rectify.Server.Clock;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Bench.AzureCost;

/// <summary>The real app with its ledger in tables of its own, a clock that moves when told, and every transaction counted.</summary>
internal sealed class CountedOffice : IAsyncDisposable
{
    private static int offices;

    private readonly FunctionsHost host;
    private readonly HttpClient http;

    private CountedOffice(FunctionsHost host, HttpClient http, TransactionCount count) =>
        (this.host, this.http, Count) = (host, http, count);

    public TransactionCount Count { get; }

    /// <summary>
    /// Opens it, with a unit of four leaders (three of them in sanctioned roles) in the register, and one case behind it.
    /// </summary>
    public static async Task<CountedOffice> OpenAsync(string storage, string folder, string localTime)
    {
        var (count, key) = (new TransactionCount(), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        var settings = new Dictionary<string, string?>
        {
            ["Access:OfficerKey"] = key,
            ["Logging:LogLevel:Default"] = "Warning",
            ["Data:Tables"] = storage,
        };
        var builder = OfficeServer.CreateBuilder(new ServerOptions(Instant(localTime), folder, "http://127.0.0.1:0", settings));
        builder.Services.AddSingleton(count);
        builder.UseWhen<CauseMiddleware>(CauseMiddleware.Sees);
        var tables =
            new TablesOptions(storage,
                $"Office{Interlocked.Increment(ref offices)}x")
            { Watchers = [(count, HttpPipelinePosition.PerRetry)] };
        builder.Services.AddSingleton(_ => TablesStore.Open(tables));
        var host = await builder.BuildAsync();
        await host.StartAsync();

        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("x-functions-key", key);
        var office = new CountedOffice(host, http, count);
        await office.FillAsync();
        return office;
    }

    /// <summary>Opens a case; its id.</summary>
    public async Task<string> OpenCaseAsync(string route, object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, route, body);
        await SettleAsync();
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    public async Task DoAsync(string caseId, string action, object body)
    {
        using var _ = await SendAsync(HttpMethod.Post, $"/api/cases/{caseId}/{action}", body);
        await SettleAsync();
    }

    public async Task<string> StatusAsync(string caseId) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/cases/{caseId}")).GetProperty("status").GetString()!;

    /// <summary>Runs the clock to a local time; everything due on the way happens at its own instant.</summary>
    public Task AdvanceAsync(string localTime) => Clock.AdvanceToAsync(Instant(localTime), CancellationToken.None);

    public Task AdvanceAsync(TimeSpan by) => Clock.AdvanceToAsync(Clock.Now + by, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private ClockDriver Clock => host.Services.GetRequiredService<ClockDriver>();

    private Task SettleAsync() => Clock.WhenIdleAsync(CancellationToken.None);

    private async Task FillAsync()
    {
        foreach (var unit in new[] { "yj-oubei", "yj-before" })
        {
            var liaison = new { name = "陈联络", email = $"liaison@{unit}.example" };
            await PutAsync($"/api/units/{unit}",
                new { name = unit, kind = "locality", level = "township", liaison, supervisorEmail = "office@yongjia.example" });
            foreach (var role in new[] { "principal", "supervising", "inCharge", "other" })
                await PutAsync($"/api/officials/{unit}-{role}",
                    new { name = role, email = $"{role}@{unit}.example", unitId = unit, post = "职务", role, from = "2024-01-01" });
        }

        // What only the first case of a process asks is not what a case costs.
        var first = await OpenCaseAsync("/api/listings", Stories.Listing("yj-before", "永平安督〔2026〕1号"));
        await DoAsync(first, "revocation", new { measure = "listing", effect = "void", reason = "认定有误", decidedBy = "县委政法委" });
        Count.Take();
    }

    private async Task PutAsync(string route, object body)
    {
        using var _ = await SendAsync(HttpMethod.Put, route, body);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, object body)
    {
        using var request = new HttpRequestMessage(method, route) { Content = JsonContent.Create(body) };
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{method} {route}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static DateTimeOffset Instant(string localTime) =>
        new DateTimeOffset(DateTime.ParseExact(localTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8))
            .ToUniversalTime();
}
