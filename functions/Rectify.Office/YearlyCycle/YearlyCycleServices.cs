using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.YearlyCycle;

/// <summary>Registers the services for what units and officials owe for a year.</summary>
public static class YearlyCycleServices
{
    public static IServiceCollection AddYearlyCycle(this IServiceCollection services) => services
        .AddSingleton<YearlyRecordHandler>()
        .AddSingleton<YearlyReport>()
        .AddSingleton<VisitedCases>()
        .AddSingleton<YearlyReminders>()
        .AddSingleton<YearlyMail>();
}
