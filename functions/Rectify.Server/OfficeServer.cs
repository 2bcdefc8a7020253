using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions;
using Rectify.Functions.Health;
using Rectify.Functions.Orchestrations;
using Rectify.Server.Observability;
using Rectify.Server.Settings;

namespace Rectify.Server;

/// <summary>Builds the server for Rectify: the compiled function app, and services that only an office without Azure needs.</summary>
internal static class OfficeServer
{
    /// <exception cref="HostStartException">A settings file cannot be read, or a setting is unknown.</exception>
    public static ServerBuilder CreateBuilder(ServerOptions options)
    {
        var builder = new ServerBuilder(options, HostedApp.Of(typeof(RectifyApp).Assembly) with { AtStart = [Reconcile.Name] });
        KnownSettings.RequireKnown(builder.Configuration);
        KnownSettings.RequireLogLevels(builder.Configuration);
        builder.UseRectify();
        builder.Services.AddHostedService<FirstStart>();
        builder.Services.AddRectify(builder.Configuration);
        builder.Services.AddSingleton<FirstRun>();
        builder.Services.AddSingleton<IStalledOrchestrations, Durable.StalledOrchestrations>();
        builder.Services.AddServerTelemetry(builder.Configuration);
        return builder;
    }
}
