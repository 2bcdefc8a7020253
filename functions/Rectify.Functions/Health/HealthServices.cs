using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Health;

/// <summary>Registers the service of the health checks.</summary>
public static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddSingleton<KeyUnits>().AddSingleton<HealthReport>();
}
