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

    /// <summary>Every kind there is; urging letters are numbered from 1.</summary>
    public static IReadOnlyList<string> Kinds => [.. Letters.Keys, $"{UrgingLetter.Kind}1"];

    /// <summary>Whether some case may have such a document.</summary>
    public static bool IsKind(string kind) => Letters.ContainsKey(kind)
        || (kind.StartsWith(UrgingLetter.Kind, StringComparison.Ordinal) && int.TryParse(kind[UrgingLetter.Kind.Length..], out _));

    /// <summary>The documents of this case, in the order in which they are served.</summary>
    public static IReadOnlyList<(string Kind, OfficialLetter Letter)> Of(CaseFile file, string office) =>
        [.. from letter in Letters let written = letter.Value(file, office) where written is not null select (letter.Key, written),
            .. UrgingLetter.AllOf(file, office)];
}
