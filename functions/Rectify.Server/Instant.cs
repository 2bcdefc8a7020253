using System.Globalization;
using System.Text.RegularExpressions;

namespace Rectify.Server;

/// <summary>Reads an ISO 8601 instant. The offset is required, since without it the text does not determine an instant.</summary>
internal static partial class Instant
{
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!Shape().IsMatch(text) ||
            !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        instant = parsed.ToUniversalTime();
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex Shape();
}
