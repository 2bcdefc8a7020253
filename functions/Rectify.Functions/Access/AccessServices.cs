using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Keys, sign-ins and sessions.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => KeyRing.Read(configuration, provider.GetRequiredService<IOfficerKey>()));
        services.AddSingleton(_ => SignIn.Read(configuration));
        services.AddDataProtection().SetApplicationName("rectify");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IAccessStore>((options, store) => options.XmlRepository = new ProtectionKeys(store));

        // The keys are as private as the ledger that they lie beside; that nothing encrypts them needs no warning.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton(provider => new Sessions(
            provider.GetRequiredService<IAccessStore>(), provider.GetRequiredService<KeyRing>(),
            provider.GetRequiredService<BoardCookies>(),
            TimeProvider.System));
        services.AddSingleton<BoardCookies>();
        services.AddSingleton<KeyAttempts>();
        services.AddSingleton<FormSeal>();
        return services;
    }
}
