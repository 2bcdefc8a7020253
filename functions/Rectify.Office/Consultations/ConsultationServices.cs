using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Consultations;

/// <summary>Numbered answers to bodies that ask.</summary>
public static class ConsultationServices
{
    public static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        services.AddSingleton<ConsultationHandler>();
        services.AddSingleton<VisibleConsultations>();
        return services;
    }
}
