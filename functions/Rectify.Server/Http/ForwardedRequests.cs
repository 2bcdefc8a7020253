using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace Rectify.Server.Http;

/// <summary>Requests that a proxy passes on: with its word for who asked, and whether by https.</summary>
internal static class ForwardedRequests
{
    /// <summary>The setting, which the framework's own hosts know by the same name.</summary>
    public const string Setting = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <summary>
    /// Takes the proxy's word where the setting says that there is one. Anybody can write such headers who reaches the server without it.
    /// </summary>
    /// <exception cref="HostStartException">The setting is neither <c>true</c> nor <c>false</c>.</exception>
    public static void Use(WebApplication web, IConfiguration configuration)
    {
        switch (configuration[Setting])
        {
            case null or "":
                return;
            case var text when bool.TryParse(text, out var isBehindProxy):
                if (isBehindProxy) web.UseForwardedHeaders(Options());
                return;
            case var text:
                throw HostStartException.WrongSetting($"The setting {Setting} is true or false; got {text}.");
        }
    }

    private static ForwardedHeadersOptions Options()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // The proxy may have any address.
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        return options;
    }
}
