using Rectify.Board.Documents;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Documents;

/// <summary>The documents that a case may have, by the last part of their route.</summary>
internal static class CaseDocuments
{
    private static readonly OrderedDictionary<string, Func<CaseFile, string, OfficialLetter?>> Letters = new()
    {
        ["admonition-notice"] = AdmonitionLetter.Of,
        ["listing-notice"] = ListingNotice.Of,
        ["release-notice"] = ReleaseNotice.Of,
        ["veto-decision"] = VetoLetter.Of,
    };

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<string> Kinds => [.. Letters.Keys];

    /// <summary>The documents of this case, in the order in which they are served.</summary>
    public static IReadOnlyList<(string Kind, OfficialLetter Letter)> Of(CaseFile file, string office) =>
        [.. from letter in Letters let written = letter.Value(file, office) where written is not null select (letter.Key, written)];
}
