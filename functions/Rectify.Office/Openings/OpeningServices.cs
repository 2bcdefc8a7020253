using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Openings;

/// <summary>Registers the services that open cases, whatever their first measure is.</summary>
public static class OpeningServices
{
    public static IServiceCollection AddOpenings(this IServiceCollection services)
    {
        services.AddSingleton<OpeningLookup>();
        services.AddSingleton<LadderLookup>();
        services.AddSingleton<VisitLookup>();
        services.AddSingleton<OpeningWarnings>();
        services.AddSingleton<OpeningDecider>();
        services.AddSingleton<OpeningHandler>();
        return services;
    }
}
