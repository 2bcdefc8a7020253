using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Rectify.Server.Durable;

/// <summary>The name that the orchestrations of this installation have in a store that several share.</summary>
/// <remarks>
/// Here the data folder tells installations apart. The name is read all the same, so that a wrong one is found before the app is
/// on Azure.
/// </remarks>
internal static partial class TaskHub
{
    /// <summary>The name as the settings have it; null if <c>host.json</c> has none, or names a setting that is not there.</summary>
    /// <exception cref="HostStartException">A store would refuse the name.</exception>
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
