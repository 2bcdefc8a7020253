using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Matching;

/// <summary>Registers the services that find persons and units by their names.</summary>
public static class MatchingServices
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services.AddSingleton<RegisterMatching>();
}
