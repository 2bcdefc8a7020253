using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Eligibility;

/// <summary>Whether somebody may be honoured, awarded or promoted.</summary>
public static class EligibilityServices
{
    public static IServiceCollection AddEligibility(this IServiceCollection services)
    {
        services.AddSingleton<OverdueVetoes>();
        services.AddSingleton<SubjectLookup>();
        return services;
    }
}
