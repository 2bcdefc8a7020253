using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Cases;

/// <summary>Registers the services that read cases and carry out commands on them.</summary>
public static class CaseServices
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<UnreadableCases>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<CaseRepository>();
        services.AddSingleton<NotBarred>();
        services.AddSingleton<AppendBuilder>();
        services.AddSingleton<CaseCommandHandler>();
        services.AddSingleton<IndexDerivation>();
        services.AddSingleton<VisibleCases>();
        services.AddSingleton<CaseViews>();
        services.AddSingleton<CaseQuery>();
        return services;
    }
}
