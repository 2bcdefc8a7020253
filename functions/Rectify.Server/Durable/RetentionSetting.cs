using Microsoft.Extensions.Configuration;
using Rectify.Domain;

namespace Rectify.Server.Durable;

/// <summary>The setting <c>Durable__RetentionDays</c>: how long ended orchestrations are kept.</summary>
internal static class RetentionSetting
{
    public const string Name = "Durable:RetentionDays";
    private const string Default = "400";
    private const int Most = 36525;

    /// <summary>Whole days from 1 to 36525; 400 by default; null for <c>never</c>: nothing is removed.</summary>
    /// <exception cref="HostStartException">The setting is neither.</exception>
    public static TimeSpan? Read(IConfiguration configuration)
    {
        var text = configuration[Name] is { Length: > 0 } given ? given : Default;
        if (string.Equals(text, "never", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Digits.TryRead(text, out int days) && days is >= 1 and <= Most
            ? TimeSpan.FromDays(days)
            : throw HostStartException.WrongSetting($"The setting Durable__RetentionDays is 1 to {Most} days, or 'never'; got '{text}'.");
    }
}
