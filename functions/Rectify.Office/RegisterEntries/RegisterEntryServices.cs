using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.RegisterEntries;

/// <summary>Registers the import of tables into the register, and the warnings about what an entry means for open cases.</summary>
public static class RegisterEntryServices
{
    public static IServiceCollection AddRegisterEntries(this IServiceCollection services) => services
        .AddSingleton<RegisterWarnings>()
        .AddSingleton<RegisterImport>();
}
