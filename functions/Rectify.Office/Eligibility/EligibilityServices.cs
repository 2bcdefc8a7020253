using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Eligibility;

/// <summary>Registers the services that tell whether a subject is eligible for an honour, an award or a promotion.</summary>
public static class EligibilityServices
{
    public static IServiceCollection AddEligibility(this IServiceCollection services) => services
        .AddSingleton<OverdueVetoes>()
        .AddSingleton<SubjectLookup>();
}
