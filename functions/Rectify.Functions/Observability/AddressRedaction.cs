using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace Rectify.Functions.Observability;

/// <summary>
/// Takes out of every span what opens something: the query of an address, where somebody may have put a key, and the token of a calendar
/// feed or of a link to sign in.
/// </summary>
internal sealed partial class AddressRedaction : BaseProcessor<Activity>
{
    private const string Removed = "REDACTED";

    public override void OnEnd(Activity data)
    {
        data.DisplayName = Redact(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is not string text) continue;
            var redacted = name == "url.query" && text.Length > 0 ? Removed : Redact(text);
            if (redacted != text) data.SetTag(name, redacted);
        }
    }

    private static string Redact(string text) => Query.Replace(Token.Replace(text, $"$1{Removed}"), $"$1?{Removed}");

    [GeneratedRegex(@"(/feeds/|/sign-in/)[^/?\s""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    // An address with or without a host, up to its query.
    [GeneratedRegex(@"((?:^|\s|://)[^\s?""]*/[^\s?""]*)\?[^\s""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Query { get; }
}
