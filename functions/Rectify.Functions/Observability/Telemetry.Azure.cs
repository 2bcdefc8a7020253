using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Rectify.Functions.Observability;

/// <summary>Hands traces, metrics and logs over to Application Insights, when <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> says which.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection) return;

        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(Signals.Name))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name))
            .UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = connection;

                // The identity of AZURE_CLIENT_ID: the component takes no key (DisableLocalAuth).
                monitor.Credential = new DefaultAzureCredential();

                // A trace that is not sampled takes its warnings and errors with it otherwise.
                monitor.EnableTraceBasedLogsSampler = false;
            });
    }
}
