using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server.Clock;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

public sealed class SampleAppTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_app_written_for_the_platform_runs_over_months_in_one_process()
    {
        await using var host = await BuildAsync();
        await host.StartAsync(Cancel);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };

        using var refused = await http.PutAsync("/api/cases/c-1", null, Cancel);
        http.DefaultRequestHeaders.Add("x-role", "officer");
        using var accepted = await http.PutAsync("/api/cases/c-1", null, Cancel);
        var clock = host.Services.GetRequiredService<ClockDriver>();
        await clock.WhenIdleAsync(Cancel);
        Assert.Equal(new DateTimeOffset(2026, 4, 9, 0, 0, 0, TimeSpan.Zero), clock.NextDue);
        await clock.AdvanceToAsync(new DateTimeOffset(2026, 5, 30, 0, 0, 0, TimeSpan.Zero), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        Assert.Equal(
            [
                "2026-04-09T00:00 Remind c-1 10",
                "2026-04-09T00:00 reconcile late",
                "2026-04-19T00:00 Remind c-1 20",
                "2026-04-29T00:00 Remind c-1 30",
                "2026-05-30T00:00 reconcile late",
            ],
            host.Services.GetRequiredService<SampleJournal>().Entries.Order(StringComparer.Ordinal));
        var instance =
            await host.Services.GetRequiredService<DurableEngine>().Client.GetInstanceAsync("case-c-1", getInputsAndOutputs: true, Cancel);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance!.RuntimeStatus);
        Assert.Equal("3", instance.SerializedOutput);
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_case_goes_on_after_a_restart()
    {
        await using (var first = await BuildAsync())
        {
            await first.StartAsync(Cancel);
            await first.Services.GetRequiredService<DurableEngine>().Client.ScheduleNewOrchestrationInstanceAsync("CaseOrchestrator", "c-2",
                Cancel);
            await first.Services.GetRequiredService<ClockDriver>().AdvanceToAsync(new DateTimeOffset(2026, 4, 10, 0, 0, 0, TimeSpan.Zero),
                Cancel);
            await first.StopAsync(Cancel);
        }

        await using var second = await BuildAsync();
        await second.StartAsync(Cancel);
        await second.Services.GetRequiredService<ClockDriver>().AdvanceToAsync(new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.Zero),
            Cancel);

        Assert.Equal(
            ["2026-04-19T00:00 Remind c-2 20", "2026-04-29T00:00 Remind c-2 30"],
            second.Services.GetRequiredService<SampleJournal>().Entries.Where(entry => entry.Contains("Remind", StringComparison.Ordinal)));
        await second.StopAsync(Cancel);
    }

    private Task<FunctionsHost> BuildAsync()
    {
        var options = new ServerOptions(
            new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.Zero), folder.Path, "http://127.0.0.1:0",
            new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Error" });
        var builder = new ServerBuilder(
            options, new HostedApp("Rectify.Server.SampleApp", new ChosenFunctions(typeof(CaseFunctions)), folder.Path, folder.Path));
        builder.UseSample();
        return builder.BuildAsync();
    }
}
