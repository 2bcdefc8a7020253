using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Calendar;

/// <summary>The working days that count.</summary>
public static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<CurrentCalendar>();
        return services;
    }
}
