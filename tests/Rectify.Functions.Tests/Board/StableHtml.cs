using System.Text.RegularExpressions;
using Rectify.Board.Layout;

namespace Rectify.Functions.Tests.Board;

/// <summary>A page without what is drawn anew in each run, one tag a line.</summary>
internal static partial class StableHtml
{
    public static string Of(string html) => Ids().Replace(Ticket().Replace(html, "name=\"_ticket\" value=\"{ticket}\""), "{id}")
        .Replace(Stylesheet.Version, "{version}", StringComparison.Ordinal)
        .Replace("><", ">\n<", StringComparison.Ordinal);

    [GeneratedRegex("name=\"_ticket\" value=\"[^\"]+\"")]
    private static partial Regex Ticket();

    // Of cases, and of sanctions, which are named after their case.
    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Ids();
}
