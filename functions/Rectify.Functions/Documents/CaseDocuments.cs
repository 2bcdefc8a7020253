using Rectify.Board.Documents;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Office.Cases;
using Rectify.Office.Letters;

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

    /// <summary>
    /// The case as it stood after an entry of its ledger, by whose documents a later correction is read; null where the case has no such
    /// entry. Without one the case as it stands.
    /// </summary>
    public static CaseFile? FileAfter(CaseRecord record, int? entry) => entry switch
    {
        null => record.State.File,
        >= 1 and var count when count <= record.Version =>
            (Evolution.Fold(record.Stream.Take(count).Select(stored => stored.Event)) as CaseState.Opened)?.File,
        _ => null,
    };

    /// <summary>
    /// The documents as the case stands, or after an entry of its ledger, each with what it corrects: number, dates and organs from what to
    /// what.
    /// </summary>
    public static IReadOnlyList<(string Kind, OfficialLetter Letter)> Of(CaseRecord record, int? entry, string office)
    {
        List<string> remarks =
        [
            .. from correction in CaseCorrections.Of([.. record.Stream.Take(entry ?? record.Version)])
               let stored = record.Stream[correction.Entry - 1]
               from change in correction.Changes
               select $"本件已于{Wording.Day(LocalDay.Of(stored.At))}更正：{Names.Of(change.Field, Language.Chinese)}由"
                   + $"“{Shown(change.From)}”更正为“{Shown(change.To)}”。",
        ];
        return
        [
            .. Of(FileAfter(record, entry)!, office).Select(document =>
                (document.Kind, document.Letter with { Remarks = [.. document.Letter.Remarks, .. remarks] })),
        ];
    }

    private static string Shown(Bilingual text) => text.Chinese.Length > 0 ? text.Chinese : "未填";

    /// <summary>The documents before each correction, by the entry before it: what was served is found as it was served.</summary>
    public static IReadOnlyList<(int Entry, string Kind, OfficialLetter Letter)> BeforeCorrections(CaseRecord record) =>
    [
        .. from stored in record.Stream
           where stored.Event is CaseEvent.CaseCorrected or CaseEvent.MeasureCorrected or CaseEvent.EntryWithdrawn
           let entry = stored.Sequence - 1
           from document in FileAfter(record, entry) is { } file ? Of(file, "") : []
           select (entry, document.Kind, document.Letter),
    ];

    /// <summary>The documents of this case, in the order in which they are served.</summary>
    public static IReadOnlyList<(string Kind, OfficialLetter Letter)> Of(CaseFile file, string office) =>
        [.. from letter in Letters let written = letter.Value(file, office) where written is not null select (letter.Key, written),
            .. UrgingLetter.AllOf(file, office)];
}
