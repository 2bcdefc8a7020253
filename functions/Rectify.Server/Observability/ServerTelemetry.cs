using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Rectify.Durable.Sqlite;
using Rectify.Functions.Observability;

namespace Rectify.Server.Observability;

/// <summary>Adds the server's own telemetry to that of the app: its HTTP requests and the work of the durable engine.</summary>
internal static class ServerTelemetry
{
    public static void AddServerTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!Telemetry.IsWanted(configuration))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("rectify").AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(DurableEngine.TelemetryName).AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(DurableEngine.TelemetryName).AddAspNetCoreInstrumentation());
    }
}
