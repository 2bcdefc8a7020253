using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Health;

/// <summary>Whether the app is well.</summary>
public static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthReport>();
        return services;
    }
}
