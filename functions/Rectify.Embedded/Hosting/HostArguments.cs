using Microsoft.AspNetCore.Http;

namespace Rectify.Embedded.Hosting;

/// <summary>The command line, read and checked.</summary>
/// <param name="Clock">Where the stepped clock starts; null for the real clock.</param>
/// <param name="Data">The data folder as given; null if not given.</param>
/// <param name="Urls">The addresses to listen on; null if not given.</param>
/// <param name="Settings">Everything else, as settings.</param>
internal sealed record HostArguments(
    DateTimeOffset? Clock, string? Data, string? Urls, IReadOnlyDictionary<string, string?> Settings)
{
    public const int ExitCode = 2;

    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            values[name] = value ?? (++i < args.Count
                ? args[i]
                : throw Refuse($"The argument --{name} needs a value."));
        }

        values.Remove("clock", out var clock);
        values.Remove("data", out var data);
        values.Remove("urls", out var urls);
        if (data is "")
        {
            throw Refuse("The argument --data is the path of a folder; got ''.");
        }

        return new HostArguments(
            clock is null ? null : ParseClock(clock),
            data,
            urls is null ? null : CheckUrls(urls),
            values.ToDictionary(v => v.Key.Replace("__", ":", StringComparison.Ordinal), v => v.Value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The addresses, if each can be listened on.</summary>
    public static string CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            if (!CanListenOn(url))
            {
                throw Refuse($"The argument --urls is a list of http addresses such as http://127.0.0.1:7071, separated by ';'; got '{urls}'.");
            }
        }

        return urls;
    }

    private static bool CanListenOn(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http", PathBase: "" or "/", Port: >= 0 and <= 65535, Host.Length: > 0, IsUnixPipe: false };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static (string Name, string? Value) Split(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2 || argument[2] == '=')
        {
            throw Refuse($"Arguments are --name value; got '{argument}'.");
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument[2..], null) : (argument[2..equals], argument[(equals + 1)..]);
    }

    private static DateTimeOffset ParseClock(string text) =>
        Instant.TryParse(text, out var instant)
            ? instant
            : throw Refuse($"The argument --clock is an instant with an offset, such as 2026-03-30T00:00:00Z; got '{text}'.");

    private static HostStartException Refuse(string message) => new(message, ExitCode);
}
