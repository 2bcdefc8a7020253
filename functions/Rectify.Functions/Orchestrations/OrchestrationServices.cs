using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Orchestrations;

/// <summary>What orchestrations carry out, and how they are woken.</summary>
public static class OrchestrationServices
{
    public static IServiceCollection AddOrchestrations(this IServiceCollection services)
    {
        services.AddSingleton<Workflows>();
        services.AddSingleton<DueStepRunner>();
        return services;
    }
}
