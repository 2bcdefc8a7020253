using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.RegisterEntries;

/// <summary>Tables for the register, and what an entry means for open cases.</summary>
public static class RegisterEntryServices
{
    public static IServiceCollection AddRegisterEntries(this IServiceCollection services)
    {
        services.AddSingleton<RegisterWarnings>();
        services.AddSingleton<RegisterImport>();
        return services;
    }
}
