using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Upkeep;

/// <summary>The reminders of a year, on their days.</summary>
public static class UpkeepServices
{
    public static IServiceCollection AddYearlyRounds(this IServiceCollection services)
    {
        services.AddSingleton<YearlyRounds>();
        return services;
    }
}
