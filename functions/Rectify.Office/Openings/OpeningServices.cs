using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Openings;

/// <summary>Opening cases, by whatever measure they begin.</summary>
public static class OpeningServices
{
    public static IServiceCollection AddOpenings(this IServiceCollection services)
    {
        services.AddSingleton<OpeningLookup>();
        services.AddSingleton<LadderLookup>();
        services.AddSingleton<OpeningWarnings>();
        services.AddSingleton<OpeningHandler>();
        return services;
    }
}
