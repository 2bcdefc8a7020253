using Microsoft.Extensions.Configuration;

namespace Rectify.Functions.Access;

/// <summary>Makes the officer key of a new installation and shows it once.</summary>
internal static class FirstStart
{
    /// <summary>Writes the key to <paramref name="output"/> if there was none; does nothing when the key is a setting.</summary>
    public static void Announce(IConfiguration configuration, TextWriter output)
    {
        if (configuration["Access:OfficerKey"] is { Length: > 0 }) return;
        if (new OfficerKeyFile(RectifyApp.DataDirectory(configuration)).CreateIfMissing() is not { } key) return;

        output.WriteLine($"Officer key (shown once, only its hash is kept): {key}");
    }
}
