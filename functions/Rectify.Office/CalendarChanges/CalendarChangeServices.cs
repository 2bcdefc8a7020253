using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.CalendarChanges;

/// <summary>The notice of a year, and what it moves.</summary>
public static class CalendarChangeServices
{
    public static IServiceCollection AddCalendarChanges(this IServiceCollection services)
    {
        services.AddSingleton<CalendarSweep>();
        services.AddSingleton<CalendarHandler>();
        return services;
    }
}
