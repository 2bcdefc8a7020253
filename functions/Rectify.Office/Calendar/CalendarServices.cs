using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Calendar;

/// <summary>Registers the working calendar in force.</summary>
public static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services.AddSingleton<CurrentCalendar>();
}
