using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Delivery;

/// <summary>Registers the services that send the mails of the outbox.</summary>
public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<ICaseMail, CaseMail>()
        .AddSingleton<MailerHealth>()
        .AddSingleton<MailSender>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<RecipientToday>()
        .AddSingleton<ResendHandler>()
        .AddSingleton<UnreadableAlert>();
}
