using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Orchestrations;

/// <summary>Registers the services of the orchestrations.</summary>
public static class OrchestrationServices
{
    public static IServiceCollection AddOrchestrations(this IServiceCollection services) => services
        .AddSingleton<Workflows>()
        .AddSingleton<DueStepRunner>();
}
