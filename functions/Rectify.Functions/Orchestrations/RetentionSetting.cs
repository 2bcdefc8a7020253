using System.Globalization;
using Microsoft.Extensions.Configuration;
using Rectify.Office.Settings;

namespace Rectify.Functions.Orchestrations;

/// <summary>The setting <c>Durable__RetentionDays</c>: how long ended orchestrations are kept.</summary>
/// <param name="Age">The time after the end, whole days from 1 to 36525; null to keep them for ever.</param>
public sealed record RetentionSetting(TimeSpan? Age)
{
    public const string Name = "Durable:RetentionDays";
    private const string Default = "400";
    private const int Most = 36525;

    /// <summary>Reads whole days, 400 by default, or <c>never</c>.</summary>
    /// <exception cref="SettingException">The setting is neither.</exception>
    public static RetentionSetting Read(IConfiguration configuration)
    {
        var text = configuration[Name] is { Length: > 0 } given ? given : Default;
        if (string.Equals(text, "never", StringComparison.OrdinalIgnoreCase)) return new RetentionSetting(Age: null);

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most
            ? new RetentionSetting(TimeSpan.FromDays(days))
            : throw new SettingException($"The setting Durable__RetentionDays is 1 to {Most} days, or 'never'; got '{text}'.");
    }
}
