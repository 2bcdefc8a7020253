using Rectify.Domain;

namespace Rectify.Office.Requests;

/// <summary>The entity tag of a text or of an entry of the register, in quotes: a hash of the content.</summary>
public static class EntryTag
{
    public static string OfText(string text) =>
        $"\"{Digest.Of(text)[..32]}\"";

    /// <remarks>Only the content counts: an entry that was changed and changed back has the same tag as before.</remarks>
    public static string Of<T>(T entry) where T : class => OfText(DomainJson.Text(entry));
}
