using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.CalendarChanges;

/// <summary>Registers the import of holiday notices and the recomputation of deadlines.</summary>
public static class CalendarChangeServices
{
    public static IServiceCollection AddCalendarChanges(this IServiceCollection services) => services
        .AddSingleton<CalendarSweep>()
        .AddSingleton<CalendarHandler>();
}
