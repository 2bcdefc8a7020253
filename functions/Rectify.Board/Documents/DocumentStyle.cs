using System.Security.Cryptography;
using System.Text;

namespace Rectify.Board.Documents;

/// <summary>The style of a printed document. It stands in the page itself, so that a saved page prints like the served one.</summary>
public static class DocumentStyle
{
    /// <summary>The style sheet, with the line ends that a browser sees.</summary>
    internal static string Text { get; } = Read();

    /// <summary>Allows this style sheet, by its hash, and nothing else: no script, no image, no frame, no request.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Read()
    {
        using var stream = typeof(DocumentStyle).Assembly.GetManifestResourceStream("Rectify.Board.Documents.document.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
