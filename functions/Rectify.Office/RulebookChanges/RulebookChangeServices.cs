using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.RulebookChanges;

/// <summary>Registers the loading of rulebooks and the decisions about them.</summary>
public static class RulebookChangeServices
{
    public static IServiceCollection AddRulebookChanges(this IServiceCollection services)
    {
        services.AddSingleton<RunningCases>();
        services.AddSingleton<RulebookHandler>();
        return services;
    }
}
