using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Rectify.Office.Observability;
using Rectify.Office.Settings;

namespace Rectify.Functions.Observability;

/// <summary>
/// Exports traces, metrics and logs to Application Insights when <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, and traces and
/// metrics by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Without either, nothing is collected.
/// </summary>
internal static class Telemetry
{
    private const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether one of the two settings is set.</summary>
    public static bool IsWanted(IConfiguration configuration) => IsSet(configuration, ApplicationInsights) || IsSet(configuration, Otlp);

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();

        // The framework logs each request with its whole address at Information. Addresses hold tokens of feeds, and keys that somebody has
        // put there by mistake.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning));
        if (!IsWanted(configuration)) return services;

        var telemetry = services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Signals.Name).AddProcessor(new AddressRedaction()))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name));
        if (IsSet(configuration, ApplicationInsights)) AddApplicationInsights(telemetry, Checked(configuration[ApplicationInsights]!));
        if (IsSet(configuration, Otlp))
        {
            telemetry
                .WithTracing(tracing => tracing.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter());
        }

        return services;
    }

    // The exporter would refuse a connection string without a key with a stack trace. The message does not repeat the setting.
    private static string Checked(string connection) => connection.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase)
        ? connection
        : throw new SettingException($"The setting {ApplicationInsights} has no InstrumentationKey=….");

    private static void AddApplicationInsights(OpenTelemetryBuilder telemetry, string connection) =>
        telemetry
            .UseFunctionsWorkerDefaults()
            .UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = connection;

                // The managed identity of AZURE_CLIENT_ID, because the component accepts no key (DisableLocalAuth).
                monitor.Credential = new DefaultAzureCredential();

                // Otherwise the warnings and errors of traces that are not sampled would be dropped as well.
                monitor.EnableTraceBasedLogsSampler = false;
            });

    private static bool IsSet(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 };
}
