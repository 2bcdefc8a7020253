using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about sanctions that end soon or have ended (取消资格的期限：即将届满、已经届满).</summary>
internal static class SanctionTexts
{
    // A subject may be barred in another case, which this mail does not know.
    private const string OtherCases = "在其他案件中取消资格的，不受影响。";
    private const string OtherCasesInEnglish = "Eligibility that is lost in another case is not affected.";

    public static Mailing Ending(Reminder reminder, CaseFile file)
    {
        var measure = reminder.Measure ?? throw new UnreachableException("A sanction's end belongs to a measure.");
        var number = file.Opening.DocumentNumber;
        var ending = EndingOn(reminder.RefersTo, measure, file).ToList();
        return new(
            "sanction-ending",
            Capacity.Concerned([.. ending.Select(sanction => sanction.Subject)]),
            Chinese: new(
                Wording.Headline(measure, file, $"取消资格的期限将于{Wording.Day(reminder.RefersTo)}届满"),
                $"{number}一案中，因{Wording.Of(measure)}取消资格的期限，将于{Wording.Day(reminder.RefersTo)}当日24时届满。",
                SanctionLines.Ending(ending, file),
                $"期限届满后自行终止，不需办理手续。{OtherCases}"),
            English: new(
                EnglishWording.Headline(measure, file, $"the loss of eligibility ends on {EnglishWording.Day(reminder.RefersTo)}"),
                $"In the case {number} the loss of eligibility because of the {EnglishWording.Of(measure)} "
                + $"ends at 24:00 on {EnglishWording.Day(reminder.RefersTo)}, China time.",
                EnglishSanctionLines.Ending(ending, file),
                $"It ends by itself; nothing has to be applied for. {OtherCasesInEnglish}"));
    }

    /// <summary>
    /// The sanctions of a measure are over. Null when none ran to its full term: those concerned were told of the revocation.
    /// </summary>
    public static Mailing? Over(CaseEvent.SanctionExpired expired, CaseFile file)
    {
        var number = file.Opening.DocumentNumber;
        var over = EndingOn(expired.LastDay, expired.Measure, file).Where(sanction => sanction.Barred == sanction.Term).ToList();
        return over.Count == 0 ? null : new(
            "sanction-over",
            Capacity.Concerned([.. over.Select(sanction => sanction.Subject)]),
            Chinese: new(
                Wording.Headline(expired.Measure, file, $"取消资格的期限已于{Wording.Day(expired.LastDay)}届满"),
                $"{number}一案中，因{Wording.Of(expired.Measure)}取消资格的期限，已于{Wording.Day(expired.LastDay)}当日24时届满。",
                SanctionLines.Ending(over, file),
                OtherCases),
            English: new(
                EnglishWording.Headline(expired.Measure, file, $"the loss of eligibility ended on {EnglishWording.Day(expired.LastDay)}"),
                $"In the case {number} the loss of eligibility because of the {EnglishWording.Of(expired.Measure)} "
                + $"ended at 24:00 on {EnglishWording.Day(expired.LastDay)}, China time.",
                EnglishSanctionLines.Ending(over, file),
                OtherCasesInEnglish));
    }

    private static IEnumerable<Sanction> EndingOn(DateOnly lastDay, Measure measure, CaseFile file) =>
        file.Sanctions.Where(sanction => sanction.Measure == measure && sanction.Barred?.To == lastDay);
}
