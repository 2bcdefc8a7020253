using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Statistics;

/// <summary>Registers the statistics.</summary>
public static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddSingleton<StatisticsReport>();
}
