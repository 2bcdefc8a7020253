using System.Security.Cryptography;
using System.Text;
using Rectify.Domain;

namespace Rectify.Office.Requests;

/// <summary>What names the content of a text or an entry of the register: an entity tag, in quotes.</summary>
public static class EntryTag
{
    public static string OfText(string text) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";

    /// <remarks>An entry that was changed and changed back is again the one that was seen.</remarks>
    public static string Of<T>(T entry) where T : class => OfText(DomainJson.Text(entry));
}
