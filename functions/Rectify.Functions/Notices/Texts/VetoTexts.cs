using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Functions.Notices.Texts;

/// <summary>一票否决.</summary>
internal static class VetoTexts
{
    /// <summary>The missed deadline and the veto in one mail: they are one decision.</summary>
    public static Mailing Imposed(CaseEvent.VetoImposed veto, CaseFile file)
    {
        var sanctions = file.Sanctions.Where(sanction => sanction.Measure == Measure.Veto).ToList();
        return new(
            "veto",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, $"整改期限届满未达到目标，予以一票否决（至{Wording.Day(veto.Term.To)}）"),
                $"""
                {file.Opening.DocumentNumber}对{file.Opening.Unit.Name}挂牌督办的整改期限已届满，未达到整改目标，予以一票否决。
                整改期限：{Wording.Until(file.Deadline)}。
                一票否决期限：{Wording.Interval(veto.Term)}。
                依据：{veto.LegalBasis}。
                """,
                SanctionLines.Barred(sanctions, file),
                "与挂牌督办期限重叠的日期同时计算，不累加。"),
            English: new(
                EnglishWording.Headline(Measure.Veto, file, $"goal not reached in time, one-vote veto imposed until {EnglishWording.Day(veto.Term.To)}"),
                $"""
                The rectification period of the supervised listing {file.Opening.DocumentNumber} of {file.Opening.Unit.Name} has expired and the goal was not reached. The one-vote veto is imposed.
                Rectification period: {EnglishWording.Until(file.Deadline)}.
                Term of the veto: {EnglishWording.Interval(veto.Term)}.
                Legal basis: {veto.LegalBasis}.
                """,
                EnglishSanctionLines.Barred(sanctions, file),
                "Days that the veto shares with the listing run concurrently and are not added."));
    }
}
