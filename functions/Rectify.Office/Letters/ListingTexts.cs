using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about listings (挂牌督办), extensions (限期延长), suspensions and resumptions (中止、恢复).</summary>
internal static class ListingTexts
{
    public static Mailing Listed(CaseFile file) => new(
        "listing-notice",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(Measure.Listing, file, $"挂牌督办通知，整改期限至{Wording.Day(file.Deadline!)}"),
            $"""
            {file.Opening.Unit.Name}自{Wording.Day(file.Rectification!.ListedOn)}起被挂牌督办，文号{file.Opening.DocumentNumber}。
            整改期限：{Wording.Until(file.Deadline!)}。
            依据：{file.Rulebook.Listing!.Source}。
            """,
            SanctionLines.Barred(file.Sanctions, file),
            $"""
            请在整改期限内完成整改，提交整改报告并申请验收。验收合格的，解除挂牌督办；{Wording.OnRelease(file)}
            {Wording.Warning(file)}
            挂牌督办的事项和整改要求见案卷。
            """),
        English: new(
            EnglishWording.Headline(Measure.Listing, file,
                $"notice of supervised listing, to be rectified by {EnglishWording.Day(file.Deadline!)}"),
            Wording.Lines(
                $"{file.Opening.Unit.Name} is placed under supervised listing from {EnglishWording.Day(file.Rectification!.ListedOn)}, "
                + $"document number {file.Opening.DocumentNumber}.",
                $"Rectification period: {EnglishWording.Until(file.Deadline!)}.",
                $"Legal basis: {file.Rulebook.Listing!.Source}."),
            EnglishSanctionLines.Barred(file.Sanctions, file),
            Wording.Lines(
                "Please complete the rectification within the period, hand in the report and ask to be inspected. "
                + $"Who passes the inspection is released from the listing; {EnglishWording.OnRelease(file)}",
                EnglishWording.Warning(file),
                "What the listing is about and what is required stands in the case file.")));

    public static Mailing Extended(CaseEvent.ExtensionGranted granted, CaseFile file) => new(
        "extension",
        [.. Capacity.OnDuty(file), new Capacity.Office()],
        Chinese: new(
            Wording.Headline(file, $"整改期限延长至{Wording.Day(granted.Deadline)}"),
            $"""
            {Wording.PeriodOf(file)}，于{Wording.Day(granted.GrantedOn)}批准延长。
            原整改期限：{Wording.Until(granted.Previous)}。
            现整改期限：{Wording.Until(granted.Deadline)}。
            """,
            [],
            Wording.Lines(
                granted.CountsFrom is { } from && from != granted.Previous.Effective
                    ? $"延长自原整改期限的名义届满日{Wording.Day(from)}起计算，休息日顺延的时间不计入。"
                    : "",
                file.Opening is Opening.Admonition || !file.ListingBars ? "" : "延长整改期限不改变因挂牌督办取消资格的期限。",
                Wording.Warning(file))),
        English: new(
            EnglishWording.Headline(file, $"rectification period extended to {EnglishWording.Day(granted.Deadline)}"),
            $"""
            {EnglishWording.PeriodOf(file)} was extended on {EnglishWording.Day(granted.GrantedOn)}.
            Previous period: {EnglishWording.Until(granted.Previous)}.
            Present period: {EnglishWording.Until(granted.Deadline)}.
            """,
            [],
            Wording.Lines(
                granted.CountsFrom is { } start && start != granted.Previous.Effective
                    ? $"The extension is counted from {EnglishWording.Day(start)}, the nominal last day of the previous period; "
                        + "the days by which a day off moved it do not count."
                    : "",
                file.Opening is Opening.Admonition || !file.ListingBars
                    ? ""
                    : "The extension does not change how long eligibility is lost because of the listing.",
                EnglishWording.Warning(file))));

    public static Mailing Suspended(CaseEvent.ClockSuspended suspended, CaseFile file) => new(
        "suspension",
        [.. Capacity.OnDuty(file), new Capacity.Office()],
        Chinese: new(
            Wording.Headline(file, "整改期限中止计算"),
            $"""
            {Wording.PeriodOf(file)}，自{Wording.Day(suspended.SuspendedOn)}起中止计算。
            中止前的整改期限：{Wording.Until(file.Deadline!)}。
            """,
            [],
            Wording.Lines("中止期间不计入整改期限，恢复之日起继续计算，另行通知。", Wording.Unchanged(file))),
        English: new(
            EnglishWording.Headline(file, "the rectification period is suspended"),
            $"""
            {EnglishWording.PeriodOf(file)} stands still from {EnglishWording.Day(suspended.SuspendedOn)}.
            Period before: {EnglishWording.Until(file.Deadline!)}.
            """,
            [],
            Wording.Lines(
                "Days on which it stands still do not count; it runs on from the day of the resumption, of which another mail tells.",
                EnglishWording.Unchanged(file))));

    public static Mailing Resumed(CaseEvent.ClockResumed resumed, CaseFile file) => new(
        "resumption",
        [.. Capacity.OnDuty(file), new Capacity.Office()],
        Chinese: new(
            Wording.Headline(file, $"整改期限恢复计算，至{Wording.Day(resumed.Deadline)}"),
            $"""
            {Wording.PeriodOf(file)}，自{Wording.Day(resumed.ResumedOn)}起恢复计算，中止{resumed.PausedDays}天。
            原整改期限：{Wording.Until(resumed.Previous)}。
            现整改期限：{Wording.Until(resumed.Deadline)}。
            """,
            [],
            Wording.Lines(Wording.Unchanged(file), Wording.Warning(file))),
        English: new(
            EnglishWording.Headline(file, $"the rectification period runs on, until {EnglishWording.Day(resumed.Deadline)}"),
            Wording.Lines(
                $"{EnglishWording.PeriodOf(file)} runs on from {EnglishWording.Day(resumed.ResumedOn)}, "
                + $"after {EnglishWording.Days(resumed.PausedDays)}.",
                $"Previous period: {EnglishWording.Until(resumed.Previous)}.",
                $"Present period: {EnglishWording.Until(resumed.Deadline)}."),
            [],
            Wording.Lines(EnglishWording.Unchanged(file), EnglishWording.Warning(file))));
}
