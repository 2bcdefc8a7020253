using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Delivery;

namespace Rectify.Office.Consultations;

/// <summary>Registers the services for consultations: numbered replies to bodies that ask who is eligible.</summary>
public static class ConsultationServices
{
    public static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        services.AddSingleton<ReplyProver>();
        services.AddSingleton<ReplyReaders>();
        services.AddSingleton<IReaderOfToday, ReplyReaders>();
        services.AddSingleton<LivingReplies>();
        services.AddSingleton<ConsultationHandler>();
        services.AddSingleton<ConsultationRequests>();
        services.AddSingleton<VisibleConsultations>();
        return services;
    }
}
