using Rectify.Domain;

namespace Rectify.Board.Layout;

/// <summary>The stylesheet of all pages. Its address changes with its content, so that browsers may cache it without limit.</summary>
public static class Stylesheet
{
    /// <summary>The text of the stylesheet.</summary>
    public static string Text { get; } = Read();

    /// <summary>The first 16 hexadecimal digits of the text's SHA-256.</summary>
    public static string Version { get; } = Digest.Of(Text)[..16];

    /// <summary>The address from which pages load the stylesheet.</summary>
    public static string Address { get; } = $"/board/style/{Version}.css";

    private static string Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("Rectify.Board.Layout.board.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
