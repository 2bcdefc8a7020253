using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Rectify.Server.Http;

/// <summary>Checks the keys of functions that are not <see cref="AuthorizationLevel.Anonymous"/>.</summary>
/// <remarks>
/// The keys are the settings <c>Host:FunctionKey</c> and <c>Host:MasterKey</c>; the master key gives access to every function. While a key
/// is not set, functions that need it cannot be called.
/// </remarks>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    public bool Open(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var offered = request.Headers["x-functions-key"].ToString() is { Length: > 0 } header
            ? header
            : request.Query["code"].ToString();

        return Same(offered, configuration["Host:MasterKey"])
            || (level == AuthorizationLevel.Function && Same(offered, configuration["Host:FunctionKey"]));
    }

    // Hashed first, so that the time of the comparison reveals neither the key nor its length.
    private static bool Same(string offered, string? key) =>
        key is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(offered)),
            SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
