using Rectify.Domain.Cases;

namespace Rectify.Office.Letters;

/// <summary>
/// Mails about deadlines that were computed again after the holidays of a year were announced (节假日安排公布后整改期限的重算).
/// </summary>
internal static class CalendarTexts
{
    public static Mailing Recomputed(CaseEvent.DeadlineRecomputed again, CaseFile file)
    {
        var moved = again.Previous.Effective != again.Deadline.Effective;
        // A lower rung takes no eligibility away.
        var bars = file.Opening is not Opening.Admonition;
        var (of, ofInEnglish) = again.Source is { } source ? ($"依据{source}，", $" ({source})") : ("", "");
        return new(
            "deadline-recomputed",
            [.. Capacity.OnDuty(file), new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file,
                    moved ? $"整改期限按节假日安排改为{Wording.Day(again.Deadline)}" : $"整改期限{Wording.Day(again.Deadline)}已确定"),
                $"""
                {of}{Wording.PeriodOf(file)}重新计算。
                原整改期限：{Wording.Until(again.Previous)}。
                现整改期限：{Wording.Until(again.Deadline)}。
                """,
                [],
                $"""
                {(moved ? "请按现整改期限完成整改、申请验收。" : "期限日期不变。")}{(bars ? "因挂牌督办取消资格的期限不变。" : "")}
                {Wording.Warning(file)}
                """),
            English: new(
                EnglishWording.Headline(file,
                    moved
                        ? $"by the holidays of the year the rectification period now ends on {EnglishWording.Day(again.Deadline)}"
                        : $"the rectification period to {EnglishWording.Day(again.Deadline)} is certain"),
                $"""
                {EnglishWording.PeriodOf(file)} was computed again{ofInEnglish}.
                Previous period: {EnglishWording.Until(again.Previous)}.
                Present period: {EnglishWording.Until(again.Deadline)}.
                """,
                [],
                Wording.Lines(
                    (moved
                        ? "Please complete the rectification and ask to be inspected within the present period."
                        : "The day stays the same.")
                    + (bars ? " The term for which the listing bars stays the same." : ""),
                    EnglishWording.Warning(file))));
    }
}
