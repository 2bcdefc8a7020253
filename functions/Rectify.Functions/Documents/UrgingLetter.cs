using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>督办函: what was missed, what is required, and by when (S7, S12).</summary>
internal static class UrgingLetter
{
    /// <summary>The kind of the document of a letter: the letters of a case are numbered from 1.</summary>
    public const string Kind = "urging-letter-";

    /// <summary>Every urging letter of a case, in the order in which they were recorded.</summary>
    public static IEnumerable<(string Kind, OfficialLetter Letter)> AllOf(CaseFile file, string office) =>
        file.Urgings.Select((letter, index) => (string.Create(null, $"{Kind}{index + 1}"), Of(letter, file, office)));

    private static OfficialLetter Of(CaseEvent.UrgingIssued letter, CaseFile file, string office)
    {
        var (opening, duty) = (file.Opening, Names.Of(letter.Duty, Language.Chinese));
        var source = letter.Duty == UrgedDuty.Rectification
            ? file.Rulebook.UrgingOf(file.Rung)?.Source
            : file.Milestones?.Urging?.Source;
        return new OfficialLetter(
            office, letter.DocumentNumber, "督办函", letter.IssuedOn, letter.IssuedBy, opening.Unit.Name,
            $"{opening.DocumentNumber}对你单位予以{Wording.Of(file.Rung)}，"
            + $"{duty}应于{Wording.Day(letter.MissedOn)}前（含当日）完成，至今未完成。现予督办：",
            [
                new("督办要求", letter.Text),
                new("期限", $"至{Wording.Until(letter.Deadline)}。"
                    + (letter.Duty == UrgedDuty.Rectification ? "" : "整改期限不因此变动。")),
                new("依据", $"{(source is null ? "" : $"{source}；")}{opening.LegalBasis}。"),
            ],
            file.Rulebook.CopiesOf(Measure.Listing),
            []);
    }
}
