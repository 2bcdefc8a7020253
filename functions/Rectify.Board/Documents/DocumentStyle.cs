using System.Security.Cryptography;
using System.Text;

namespace Rectify.Board.Documents;

/// <summary>The stylesheet of printed documents. It is part of the page itself, so that a saved page prints in the same way.</summary>
public static class DocumentStyle
{
    /// <summary>The stylesheet, with the line ends that a browser sees, since its hash is computed from them.</summary>
    internal static string Text { get; } = Read();

    /// <summary>
    /// The Content-Security-Policy of documents: allows this stylesheet, by its hash, and nothing else (no script, image, frame or
    /// request).
    /// </summary>
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
