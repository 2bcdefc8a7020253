using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rectify.Domain;

/// <summary>Digests of texts, for names that must not show the text and for comparisons.</summary>
public static class Digest
{
    /// <summary>The SHA-256 of the text in UTF-8, as 64 hexadecimal digits in lower case.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The SHA-256 of the bytes, as 64 hexadecimal digits in lower case.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digest of several texts. Each is preceded by its length, so that no two different lists give the same digest.</summary>
    public static string OfParts(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        return Of(text.ToString());
    }
}
