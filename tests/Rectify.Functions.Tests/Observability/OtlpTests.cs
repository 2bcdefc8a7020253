using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Observability;

namespace Rectify.Functions.Tests.Observability;

public class OtlpTests
{
    [Fact]
    public async Task A_collector_receives_traces_and_metrics_when_the_setting_names_one()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(received);
        var endpoint = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var app = await App.StartAsync(
            "2026-03-30 09:30", "--OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        await using (app)
        {
            var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
            await app.AdvanceAsync("2026-09-01 00:00");
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();

            Assert.Contains(received,
                one => one.Path == "/v1/traces" && one.Body.Contains("carry out", StringComparison.Ordinal)
                    && one.Body.Contains(caseId, StringComparison.Ordinal));
            Assert.Contains(received, one => one.Path == "/v1/traces" && one.Body.Contains("/api/listings", StringComparison.Ordinal));
            Assert.Contains(received,
                one => one.Path == "/v1/metrics" && one.Body.Contains(Signals.StepLateness, StringComparison.Ordinal));
            Assert.DoesNotContain(received, one => one.Path == "/v1/metrics" && one.Body.Contains(caseId, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_collected()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30");
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    // Texts stand in protobuf as they are, so that reading the bytes as text finds them.
    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }
}
