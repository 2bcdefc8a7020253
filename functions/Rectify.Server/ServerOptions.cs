namespace Rectify.Server;

/// <summary>The options of the command line that a server is built from.</summary>
/// <param name="Clock">Where the stepped clock starts; null for the real clock.</param>
/// <param name="Data">The data folder as given; null if not given.</param>
/// <param name="Urls">The addresses to listen on; null if not given.</param>
/// <param name="Settings">Settings, by their names with <c>:</c>.</param>
internal sealed record ServerOptions(
    DateTimeOffset? Clock, string? Data, string? Urls, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>No options: everything as in the settings.</summary>
    public static ServerOptions None { get; } = new(null, null, null, new Dictionary<string, string?>());
}
