using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Delivery;

/// <summary>Registers the services that send the mails of the outbox.</summary>
public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<ICaseMail, CaseMail>();
        services.AddSingleton<MailerHealth>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<RecipientToday>();
        services.AddSingleton<ResendHandler>();
        services.AddSingleton<UnreadableAlert>();
        return services;
    }
}
