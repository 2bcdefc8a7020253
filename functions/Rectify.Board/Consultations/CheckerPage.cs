using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Board.Consultations;

/// <summary>
/// The page that says whether an annex, entries and a root fit each other: one file with its own script, which works from a disk and
/// without a network, since whoever checks must not need this office.
/// </summary>
public static partial class CheckerPage
{
    /// <summary>The file, with the line ends that a browser sees, since the hashes of its parts are computed from them.</summary>
    public static string Html { get; } = Read();

    /// <summary>Allows the page's own stylesheet and script, each by its hash, and nothing else: no request of any kind.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {HashOf(Style)}; script-src {HashOf(Script)}; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    private static string HashOf(Regex part) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part.Match(Html).Groups["text"].Value)))}'";

    private static string Read()
    {
        using var stream = typeof(CheckerPage).Assembly.GetManifestResourceStream("Rectify.Board.Consultations.checker.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script { get; }
}
