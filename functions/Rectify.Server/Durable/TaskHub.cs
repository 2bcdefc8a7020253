using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Rectify.Server.Durable;

/// <summary>The name of the task hub, which tells the orchestrations of several installations in one store apart.</summary>
/// <remarks>
/// In this server the data folder tells installations apart. The name is checked all the same, so that a wrong one is noticed before the
/// app runs on Azure.
/// </remarks>
internal static partial class TaskHub
{
    /// <summary>
    /// The name, taken from a setting when <c>host.json</c> names one; null if <c>host.json</c> has no name, or names a setting that is not
    /// set.
    /// </summary>
    /// <exception cref="HostStartException">Azure would refuse the name.</exception>
    public static string? Read(string? written, IConfiguration settings)
    {
        var name = written is not null && Setting().Match(written) is { Success: true } reference
            ? settings[reference.Groups[1].Value]
            : written;

        return string.IsNullOrEmpty(name) || Name().IsMatch(name)
            ? name
            : throw HostStartException.WrongSetting(
                $"The setting extensions.durableTask.hubName of host.json is a letter and 2 to 44 letters and digits; got '{name}'.");
    }

    [GeneratedRegex("^%([^%]+)%$")]
    private static partial Regex Setting();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex Name();
}
