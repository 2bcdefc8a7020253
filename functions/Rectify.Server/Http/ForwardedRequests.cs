using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace Rectify.Server.Http;

/// <summary>Takes the caller's address and scheme (http or https) from the headers that a reverse proxy adds to requests.</summary>
internal static class ForwardedRequests
{
    /// <summary>The setting that enables this; ASP.NET Core's own hosts use the same name.</summary>
    public const string Setting = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <summary>Enables the headers when the setting says that there is a proxy. Without a proxy any caller could forge them.</summary>
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
        // No address is required of the proxy.
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        return options;
    }
}
