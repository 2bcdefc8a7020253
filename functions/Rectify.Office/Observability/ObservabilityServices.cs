using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Observability;

/// <summary>Registers what the app measures and traces.</summary>
public static class ObservabilityServices
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services
        .AddSingleton<ReconcileLog>()
        .AddSingleton<Signals>();
}
