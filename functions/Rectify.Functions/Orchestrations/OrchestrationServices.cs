using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Orchestrations;

/// <summary>Registers the services of the orchestrations.</summary>
public static class OrchestrationServices
{
    public static IServiceCollection AddOrchestrations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => RetentionSetting.Read(configuration))
        .AddSingleton<Workflows>()
        .AddSingleton<OrchestrationRepair>()
        .AddSingleton<DueStepRunner>();
}
