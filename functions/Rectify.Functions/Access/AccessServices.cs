using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Registers the services for access: keys, sign-in and sessions.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => KeyRing.Read(configuration, provider.GetRequiredService<IOfficerKey>()));
        services.AddSingleton(_ => SignIn.Read(configuration));
        services.AddDataProtection().SetApplicationName("rectify");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IAccessStore>((options, store) => options.XmlRepository = new ProtectionKeys(store));

        // Data Protection warns that its keys are stored unencrypted. They are in the same protected storage as the ledger, so that the
        // warning is filtered out.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<Sessions>();
        services.AddSingleton<KnownUnits>();
        services.AddSingleton<CallerLookup>();
        services.AddSingleton<LinkRequests>();
        // The host stops the same instance that the pages ask: only a registration with a factory shares it.
        services.AddHostedService(provider => provider.GetRequiredService<LinkRequests>());
        services.AddSingleton<BoardCookies>();
        services.AddSingleton<KeyAttempts>();
        services.AddSingleton<FormSeal>();
        return services;
    }
}
