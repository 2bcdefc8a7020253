using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Performance;

/// <summary>Registers the records of performance (工作实绩档案).</summary>
public static class PerformanceServices
{
    public static IServiceCollection AddPerformanceRecords(this IServiceCollection services) =>
        services.AddSingleton<PerformanceReport>();
}
