using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Rectify.Functions.Observability;

/// <summary>Hands traces and metrics over by OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where; else nothing is collected.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("rectify").AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(Signals.Name, "Rectify.Embedded").AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name, "Rectify.Embedded").AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
