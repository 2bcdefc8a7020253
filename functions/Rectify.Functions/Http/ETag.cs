using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>Entity tags: a case has its version for one, a text and an entry of the register what they say.</summary>
internal static class ETag
{
    public static string OfText(string text) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";

    /// <remarks>An entry that was changed and changed back is again the one that was seen.</remarks>
    public static string OfEntry<T>(T entry) where T : class => OfText(Wire.Text(entry));

    public static string Of(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that <c>If-Match</c> demands; null when any will do.</summary>
    public static Outcome<int?> IfMatch(HttpRequest request) => request.Headers.IfMatch.ToString() switch
    {
        "" or "*" => (int?)null,
        ['"', .. var digits, '"'] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => version,
        var other => Problem.Malformed("If-Match", RequestMessages.CaseTag.With(other)),
    };
}
