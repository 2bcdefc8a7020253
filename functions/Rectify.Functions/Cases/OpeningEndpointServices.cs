using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Cases;

/// <summary>Registers the service that handles requests to open a case.</summary>
public static class OpeningEndpointServices
{
    public static IServiceCollection AddOpeningRequests(this IServiceCollection services) => services
        .AddSingleton<OpeningRequests>()
        .AddSingleton<CommandRunner>();
}
