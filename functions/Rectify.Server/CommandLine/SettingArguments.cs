using Rectify.Server.Settings;

namespace Rectify.Server.CommandLine;

/// <summary>The settings on a command line, apart from its other arguments.</summary>
/// <param name="Settings">The settings, by their names with <c>:</c>.</param>
/// <param name="Rest">The other arguments, in their order.</param>
internal sealed record SettingArguments(IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<string> Rest)
{
    /// <summary>
    /// Takes out every <c>--NAME VALUE</c> and <c>--NAME=VALUE</c> that is a setting. If a setting is given twice, the later value counts.
    /// </summary>
    /// <remarks>
    /// A value that begins with <c>--</c> must be given with <c>=</c>; otherwise it is taken for the next argument, and the value is
    /// missing.
    /// </remarks>
    /// <exception cref="HostStartException">A name has the form of a setting but is not one, or its value is missing.</exception>
    public static SettingArguments Take(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (NameIn(args[i]) is not { } name)
            {
                rest.Add(args[i]);
                continue;
            }

            if (!KnownSettings.Contains(name))
            {
                throw KnownSettings.Refuse(name);
            }

            var after = "--".Length + name.Length;
            var value = args[i].Length > after ? args[i][(after + 1)..]
                : ++i < args.Count && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i]
                : throw HostStartException.WrongSetting($"The setting --{name} needs a value.");
            settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        return new SettingArguments(settings, rest);
    }

    // A name of several parts is meant as a setting, known or not; a name of one part only when it is a known setting and not the option
    // --urls.
    private static string? NameIn(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        var name = argument[2..].Split('=')[0];
        var hasParts = name.Contains(':', StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal);
        return hasParts || (name != "urls" && KnownSettings.Contains(name)) ? name : null;
    }
}
