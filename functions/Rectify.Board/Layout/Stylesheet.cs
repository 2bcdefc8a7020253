using System.Security.Cryptography;

namespace Rectify.Board.Layout;

/// <summary>The one stylesheet, at an address that changes with its content, so that browsers may keep it for ever.</summary>
public static class Stylesheet
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    /// <summary>The first 16 hexadecimal digits of its SHA-256.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text)))[..16];

    /// <summary>Where pages ask for it.</summary>
    public static string Address { get; } = $"/board/style/{Version}.css";

    private static string Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("Rectify.Board.Layout.board.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
