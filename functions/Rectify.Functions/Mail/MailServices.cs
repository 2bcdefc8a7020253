using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Settings;
using Rectify.Office.State;

namespace Rectify.Functions.Mail;

/// <summary>Registers the services that send mails, by the settings.</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string directory)
    {
        services.AddSingleton(provider => MailSettings.Choose(
            configuration, provider.GetRequiredService<OfficeSettings>(), Path.Combine(directory, "mail")));
        services.AddSingleton(provider => MailSettings.PaceOf(
            configuration, provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => MailEventKey.Read(configuration));
        return services;
    }
}
