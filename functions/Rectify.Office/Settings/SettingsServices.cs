using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Settings;

/// <summary>Registers the settings of the office and the rulebooks that come with the program.</summary>
public static class SettingsServices
{
    public static IServiceCollection AddOfficeSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(RulebookCatalog.Shipped)
        .AddSingleton(_ => OfficeSettings.Read(configuration))
        .AddSingleton(provider => provider.GetRequiredService<OfficeSettings>().ToNoticeSettings());
}
