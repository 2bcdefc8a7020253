using System.Security.Cryptography;
using System.Text;
using Rectify.Domain;

namespace Rectify.Office.Requests;

/// <summary>The entity tag of a text or of an entry of the register, in quotes: a hash of the content.</summary>
public static class EntryTag
{
    public static string OfText(string text) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";

    /// <remarks>Only the content counts: an entry that was changed and changed back has the same tag as before.</remarks>
    public static string Of<T>(T entry) where T : class => OfText(DomainJson.Text(entry));
}
