using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>挂牌督办通知书: the problem, the rule, what is required by when, what the listing bars from, and how it ends.</summary>
internal static class ListingNotice
{
    /// <summary>The notice, with later corrections; null for a case that did not begin with a listing.</summary>
    /// <remarks>The period is the original one, since an extension is a separate decision and does not change the notice.</remarks>
    public static OfficialLetter? Of(CaseFile file, string office)
    {
        if (file.Opening is not Opening.Listing(var listed)) return null;

        return new OfficialLetter(
            office, listed.DocumentNumber, "挂牌督办通知书", listed.ListedOn, listed.IssuedBy, listed.Unit.Name,
            $"经研究，决定自{Wording.Day(listed.ListedOn)}起对你单位予以挂牌督办。现将有关事项通知如下：",
            [
                new("挂牌事由", $"情形：{Names.Of(listed.Ground, Language.Chinese)}；程度：{Names.Of(listed.Severity, Language.Chinese)}。",
                    listed.Facts),
                new("依据", $"{listed.LegalBasis}；{file.Rulebook.Listing!.Source}。"),
                new("整改要求", [], listed.Goals),
                new(
                    "整改期限",
                    [$"{Start(file, listed)}{LetterLines.PeriodOf(listed.Period, listed.Deadline)}", .. Plan(file, listed)],
                    []),
                .. file.ListingBars ? [new("资格限制", [], LetterLines.Barred(file, Measure.Listing))] : Array.Empty<LetterSection>(),
                new(
                    "解除程序",
                    $"整改完成后，应当在整改期限内提交整改报告、申请验收。经验收达到整改目标的，解除挂牌督办；{Wording.OnRelease(file)}",
                    Wording.Warning(file)),
            ],
            file.Rulebook.CopiesOf(Measure.Listing),
            LetterLines.Revoked(file, Measure.Listing));
    }

    // A period that does not run from the day of the listing says from which day it does.
    private static string Start(CaseFile file, CaseEvent.UnitListed listed) =>
        (listed.Period, file.Rulebook.PeriodRuleOf(Rung.Listing)?.CountedFrom) switch
        {
            (Period.Until, _) => "",
            (_, PeriodAnchor.Receipt) => "自收到本通知之日起",
            (_, PeriodAnchor.Event) when listed.EventOn is { } happened => $"自事件发生之日（{Wording.Day(happened)}）起",
            _ => "",
        };

    private static IReadOnlyList<string> Plan(CaseFile file, CaseEvent.UnitListed listed) =>
    [
        .. file.Milestones is { } rule && listed.ReceivedOn is not null && (rule.PlanIn, rule.Interval) is not (null, null)
            ? [$"{string.Join("，其后", Owed(rule))}。"]
            : Array.Empty<string>(),
        .. listed.ReportDueOn is { } report ? [$"于{Wording.Day(report)}前（含当日）报送书面报告。"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Owed(MilestoneRule rule)
    {
        if (rule.PlanIn is { } plan) yield return $"自收到本通知之日起{plan.Words.Chinese}内报送整改方案";
        if (rule.Interval is { } interval) yield return $"每{interval.Words.Chinese}报告整改进展";
    }
}
