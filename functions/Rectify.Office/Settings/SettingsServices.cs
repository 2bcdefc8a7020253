using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Settings;

/// <summary>Registers the settings of the office.</summary>
public static class SettingsServices
{
    public static IServiceCollection AddOfficeSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => OfficeSettings.Read(configuration))
        .AddSingleton(provider => provider.GetRequiredService<OfficeSettings>().ToNoticeSettings());
}
