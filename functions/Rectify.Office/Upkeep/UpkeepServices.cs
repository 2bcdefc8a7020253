using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Upkeep;

/// <summary>Registers the rounds that send the reminders of the yearly cycle.</summary>
public static class UpkeepServices
{
    public static IServiceCollection AddYearlyRounds(this IServiceCollection services) =>
        services.AddSingleton<YearlyRounds>();
}
