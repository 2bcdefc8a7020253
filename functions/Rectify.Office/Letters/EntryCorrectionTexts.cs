using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about an entry that was made by error and does not count (更正误登).</summary>
internal static class EntryCorrectionTexts
{
    public static Mailing Withdrawn(CaseEvent.EntryWithdrawn withdrawn, Moment moment)
    {
        var (file, changed) = (moment.File, moment.Changed);
        var (number, unit) = (file.Opening.DocumentNumber, file.Opening.Unit.Name);
        var (what, inEnglish) = (withdrawn.What(Language.Chinese), withdrawn.What(Language.English));
        var status = CaseStatus.Of(moment.After);
        List<Sanction> barred = [.. changed.Where(sanction => sanction.Barred is not null)];
        List<Sanction> free = [.. changed.Where(sanction => sanction.Barred is null)];
        return new(
            "entry-correction",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(file, $"更正误登：{what}不予计入"),
                Wording.Lines(
                    $"{number}对{unit}一案中，{(withdrawn.On is { } on ? $"{Wording.Day(on)}的" : "")}{what}系误登，"
                    + "经决定予以更正，不予计入。",
                    $"案件现为“{Names.Of(status, Language.Chinese)}”。",
                    moment.After is CaseState.Listed listed ? $"整改期限：{Wording.Until(listed.Rectification.Deadline)}。" : ""),
                [.. SanctionLines.Barred(barred, file), .. SanctionLines.Revoked(free, file)],
                "此前的通知和文书与此不一致的，以本更正为准；原记录保留。"),
            English: new(
                EnglishWording.Headline(file, $"an entry was made by error, the {inEnglish} does not count"),
                Wording.Lines(
                    $"In the case {number} of {unit} the {inEnglish}"
                    + $"{(withdrawn.On is { } day ? $" of {EnglishWording.Day(day)}" : "")} was entered by error. It was decided to "
                    + "correct this: the entry does not count.",
                    $"The case is now: {Names.Of(status, Language.English)}.",
                    moment.After is CaseState.Listed running
                        ? $"Rectification period: {EnglishWording.Until(running.Rectification.Deadline)}."
                        : ""),
                [.. EnglishSanctionLines.Barred(barred, file), .. EnglishSanctionLines.Revoked(free, file)],
                "Where earlier notices and documents say otherwise, this correction counts; the record stays."));
    }
}
