using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Board.Cases;

/// <summary>Describes an entry of the ledger in one line.</summary>
public static class EventWords
{
    /// <summary>The line. An entry of a kind that has no wording yet is shown under its stored name.</summary>
    /// <param name="happened">The entry.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="about">The name of the unit or person whom a sanction concerns; null for its id.</param>
    public static string Of(CaseEvent happened, Language language, string? about = null)
    {
        string T(string chinese, string english) => language == Language.English ? english : chinese;
        string Day(DateOnly day) => Dates.Day(day, language);
        string By(DecidingBody? body) => body is null ? "" : T($"，{body.Name}", $", {body.Name}")
            + (body.Level is { } level ? T($"（{Names.Of(level, language)}）", $" ({Names.Of(level, language)})") : "");
        string Term(DayInterval days) => $"{Day(days.From)} — {(days.End is { } end ? Day(end) : T("解除挂牌督办之日", "the release"))}";

        // A day off moves the end but not the day from which an extension is counted, so both are shown where they differ (D4).
        string Ends(Deadline deadline) => deadline.Nominal == deadline.Effective
            ? Day(deadline.Effective)
            : T($"{Day(deadline.Effective)}（{Day(deadline.Nominal)} 顺延）",
                $"{Day(deadline.Effective)} (moved from {Day(deadline.Nominal)})");
        string CountedFrom(CaseEvent.ExtensionGranted e) => e.CountsFrom is not { } from ? ""
            : from == e.Previous.Effective ? T($"自原届满日 {Day(from)} 起算，", $"counted from the last day {Day(from)}, ")
            : T($"自原名义届满日 {Day(from)} 起算，原期限顺延至 {Day(e.Previous.Effective)}，",
                $"counted from the nominal last day {Day(from)}; the period ended on {Day(e.Previous.Effective)}, ");
        string Approved(string? by) => by is null ? "" : T($"（批准：{by}）", $" (approved by {by})");

        return happened switch
        {
            CaseEvent.UnitListed e => T($"挂牌督办，整改期限 {Day(e.Deadline.Effective)}", $"listed, deadline {Day(e.Deadline.Effective)}"),
            CaseEvent.AdmonitionIssued e => T(
                $"{Names.Of(e.Rung, language)}，整改期限 {Day(e.Deadline.Effective)}",
                $"{Names.Of(e.Rung, language)}, deadline {Day(e.Deadline.Effective)}"),
            CaseEvent.RungFulfilled e =>
                T($"验收合格，整改到位（{Day(e.InspectedOn)}）：{e.Remarks}", $"inspection passed ({Day(e.InspectedOn)}): {e.Remarks}"),
            CaseEvent.RungContinued e =>
                T($"继续整改至 {Day(e.Deadline.Effective)}", $"rectification continues to {Day(e.Deadline.Effective)}"),
            CaseEvent.NextRungProposed e =>
                T($"拟予以{Names.Of(e.Rung, language)}，待决定", $"{Names.Of(e.Rung, language)} proposed, awaits decision"),
            CaseEvent.NextRungOpened e => T($"已予以{Names.Of(e.Rung, language)}（案件 {e.NextCase}）",
                $"followed by the {Names.Of(e.Rung, language)} (case {e.NextCase})"),
            CaseEvent.NextRungDeclined e => T($"决定不予升级（{Day(e.DecidedOn)}，{e.DecidedBy}）：{e.Reason}",
                $"next rung declined by {e.DecidedBy} ({Day(e.DecidedOn)}): {e.Reason}"),
            CaseEvent.ConsequenceProposed e =>
                T($"应予处理：{Names.Of(e.Step, language)}，待决定", $"{Names.Of(e.Step, language)} is due, awaits decision"),
            CaseEvent.ConsequenceDecided e => T(
                $"已处理：{Names.Of(e.Step, language)}（{Day(e.DecidedOn)}，{e.DecidedBy}"
                + $"{(e.DocumentNumber is { } no ? $"，{no}" : "")}）：{e.Text}",
                $"{Names.Of(e.Step, language)} by {e.DecidedBy} ({Day(e.DecidedOn)}{(e.DocumentNumber is { } given ? $", {given}" : "")}): "
                + e.Text),
            CaseEvent.UrgingIssued e => T(
                $"督办函（{Day(e.IssuedOn)}，{e.IssuedBy}，{e.DocumentNumber}）：{Names.Of(e.Duty, language)}应于 {Day(e.MissedOn)} 完成，"
                + $"限于 {Day(e.Deadline.Effective)} 前完成：{e.Text}",
                $"urging letter by {e.IssuedBy} ({Day(e.IssuedOn)}, {e.DocumentNumber}): {Names.Of(e.Duty, language)} due by "
                + $"{Day(e.MissedOn)}, now by {Day(e.Deadline.Effective)}: {e.Text}"),
            CaseEvent.MilestoneReceived e => T(
                $"收到{Names.Of(e.Duty, language)}（应于 {Day(e.DueOn)}，收到 {Day(e.ReceivedOn)}）"
                + (e.Remarks.Length > 0 ? $"：{e.Remarks}" : ""),
                $"{Names.Of(e.Duty, language)} due on {Day(e.DueOn)} received on {Day(e.ReceivedOn)}"
                + (e.Remarks.Length > 0 ? $": {e.Remarks}" : "")),
            CaseEvent.RungRevoked e => T($"撤销{Names.Of(e.Rung, language)}（{e.DecidedBy}）：{e.Reason}",
                $"{Names.Of(e.Rung, language)} revoked by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.VetoCaseOpened e =>
                T($"直接一票否决立案：{Names.Of(e.Ground, language)}", $"veto without a listing: {Names.Of(e.Ground, language)}"),
            CaseEvent.CaseTakenOver e => T(
                $"自{e.Source}接转（{Day(e.TakenOverOn)}，核对人{e.VouchedBy}）：此前的事项由原台账记载",
                $"taken over from {e.Source} on {Day(e.TakenOverOn)}, vouched for by {e.VouchedBy}: the former ledger kept what is before"),
            CaseEvent.SanctionImposed { Sanction: var s } => T(
                $"{Names.Of(s.Measure, language)}限制 {about ?? s.Subject.IdText}：{Names.Of(s.Bars, language)}，{Term(s.Term)}",
                $"{about ?? s.Subject.IdText} barred by the {Names.Of(s.Measure, language)}: {Names.Of(s.Bars, language)}, {Term(s.Term)}"),
            CaseEvent.ReminderDue { Reminder: var r } => T($"催办提醒，{About(r, language)}", $"reminder, {About(r, language)}"),
            CaseEvent.ReminderSkipped { Reminder: var r } =>
                T($"提醒因日期已过未发送，{About(r, language)}", $"reminder not sent, its day had passed, {About(r, language)}"),
            CaseEvent.ExtensionGranted e => T(
                $"延长期限至 {Ends(e.Deadline)}（{CountedFrom(e)}批准：{e.ApprovedBy}）：{e.Reason}",
                $"extended to {Ends(e.Deadline)} ({CountedFrom(e)}approved by {e.ApprovedBy}): {e.Reason}"),
            CaseEvent.ClockSuspended e => T(
                $"自 {Day(e.SuspendedOn)} 起中止{Approved(e.ApprovedBy)}：{e.Reason}",
                $"clock stopped from {Day(e.SuspendedOn)}{Approved(e.ApprovedBy)}: {e.Reason}"),
            CaseEvent.ClockResumed e => T(
                $"自 {Day(e.ResumedOn)} 起恢复，中止 {e.PausedDays} 天，期限至 {Day(e.Deadline.Effective)}"
                + $"{Approved(e.ApprovedBy)}：{e.Reason}",
                $"clock resumed on {Day(e.ResumedOn)} after {e.PausedDays} day(s), deadline {Day(e.Deadline.Effective)}"
                + $"{Approved(e.ApprovedBy)}: {e.Reason}"),
            CaseEvent.DeadlineRecomputed e => T(
                $"按节假日安排重新计算，期限至 {Day(e.Deadline.Effective)}{(e.Source is { } source ? $"（{source}）" : "")}",
                $"computed again by the holidays of the year, deadline {Day(e.Deadline.Effective)}"),
            CaseEvent.TimelySubmissionEntered e => T(
                $"补录期限内（{Day(e.SubmittedOn)}）提交的整改报告，因期限届满的否决无效：{e.Summary}",
                $"report of {Day(e.SubmittedOn)}, in time, entered late; what the deadline led to is void: {e.Summary}"),
            CaseEvent.FurtherSubmissionEntered e => T(
                $"补录期限内（{Day(e.SubmittedOn)}）提交的另一份整改报告：{e.Summary}",
                $"another report of {Day(e.SubmittedOn)}, in time, entered: {e.Summary}"),
            CaseEvent.TimelySubmissionNoted e => T(
                $"补录期限内（{Day(e.SubmittedOn)}）提交的整改报告；此前已有决定，待重新决定：{e.Summary}",
                $"report of {Day(e.SubmittedOn)}, in time, entered after a decision, which is to be decided again: {e.Summary}"),
            CaseEvent.InspectionReopened e => T(
                $"{Day(e.SubmittedOn)}的整改报告在期限内提交，恢复待验收",
                $"the report of {Day(e.SubmittedOn)} was in time; the case awaits its inspection again"),
            CaseEvent.EarlierInspectionFailed e => T(
                $"补录期限内的验收：不合格（{Day(e.InspectedOn)}），其后的报告仍待验收：{e.Remarks}",
                $"inspection of {Day(e.InspectedOn)} failed; a later report still awaits its own: {e.Remarks}"),
            CaseEvent.ListingEnded e =>
                T($"挂牌督办终止，限制末日 {Day(e.LastDay)}", $"the listing ended, last barred day {Day(e.LastDay)}"),
            CaseEvent.RectificationSubmitted e =>
                T($"提交整改报告、申请验收（{Day(e.SubmittedOn)}）：{e.Summary}", $"report submitted ({Day(e.SubmittedOn)}): {e.Summary}"),
            CaseEvent.InspectionPassed e => T(
                $"验收合格，摘牌（{Day(e.InspectedOn)}{(e.DocumentNumber is { } number ? $"，{number}" : "")}）：{e.Remarks}",
                $"inspection passed, released ({Day(e.InspectedOn)}{(e.DocumentNumber is { } given ? $", {given}" : "")}): {e.Remarks}"),
            CaseEvent.InspectionFailed e =>
                T($"验收不合格（{Day(e.InspectedOn)}）：{e.Remarks}", $"inspection failed ({Day(e.InspectedOn)}): {e.Remarks}"),
            CaseEvent.ListingContinued e =>
                T($"继续挂牌督办至 {Day(e.Deadline.Effective)}", $"listing continues to {Day(e.Deadline.Effective)}"),
            CaseEvent.DeadlineMissed e => T($"整改期限 {Day(e.Deadline)} 届满，未达到目标", $"the deadline {Day(e.Deadline)} was missed"),
            CaseEvent.VetoProposed e =>
                T($"拟一票否决，待决定：{Names.Of(e.Ground, language)}", $"veto proposed, awaits decision: {Names.Of(e.Ground, language)}"),
            CaseEvent.VetoImposed e => T(
                $"一票否决 {Term(e.Term)}，依据{e.LegalBasis}{By(e.By)}", $"veto {Term(e.Term)}, by {e.LegalBasis}{By(e.By)}"),
            CaseEvent.VetoConfirmed e => T($"一票否决经决定确认（{Day(e.DecidedOn)}，{e.DocumentNumber}{By(e.By)}）：{e.Remarks}",
                $"veto confirmed ({Day(e.DecidedOn)}, {e.DocumentNumber}{By(e.By)}): {e.Remarks}"),
            CaseEvent.VetoBasisLost e => T($"一票否决所依据的考核结果已更正，待重新决定：{e.Reason}",
                $"an assessment the veto rests on was corrected, to be decided again: {e.Reason}"),
            CaseEvent.VetoDeclined e =>
                T($"决定不予一票否决（{Day(e.DecidedOn)}{By(e.By)}）：{e.Remarks}",
                    $"veto declined ({Day(e.DecidedOn)}{By(e.By)}): {e.Remarks}"),
            CaseEvent.SanctionExpired e => T($"{Names.Of(e.Measure, language)}限制期满，末日 {Day(e.LastDay)}",
                $"sanctions of the {Names.Of(e.Measure, language)} are over, last day {Day(e.LastDay)}"),
            CaseEvent.MeasureRevoked e => T($"撤销{Names.Of(e.Measure, language)}（{e.DecidedBy}）：{e.Reason}",
                $"{Names.Of(e.Measure, language)} revoked by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.SanctionRevoked e => T($"撤销单项限制 {about ?? e.SanctionId.Value}（{e.DecidedBy}）：{e.Reason}",
                $"sanction {about ?? e.SanctionId.Value} revoked by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.CaseCorrected e => T($"更正（{e.DecidedBy}）：{e.Reason}", $"corrected by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.MeasureCorrected e => T(
                $"更正{Names.Of(e.Measure, language)}的人员（{e.DecidedBy}）：{e.Reason}",
                $"persons of the {Names.Of(e.Measure, language)} corrected by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.EntryWithdrawn e => T(
                $"更正误登（{e.DecidedBy}）：{(e.On is { } on ? $"{Day(on)}的" : "")}{e.What(language)}"
                + $"{(e.SanctionId is null ? "" : $"（{about ?? e.SanctionId.Value.Value}）")}不予计入：{e.Reason}",
                $"made by error, and does not count: {e.What(language)}{(e.On is { } day ? $" of {Day(day)}" : "")}"
                + $"{(e.SanctionId is null ? "" : $" ({about ?? e.SanctionId.Value.Value})")}, by {e.DecidedBy}: {e.Reason}"),
            CaseEvent.CaseClosed => T("办结归档", "closed"),
            _ => EventCodec.Name(happened),
        };
    }

    private static string About(Reminder reminder, Language language) => (reminder.Kind, language) switch
    {
        (ReminderKind.Deadline, Language.English) => $"{reminder.DaysAway} day(s) to the deadline",
        (ReminderKind.Deadline, _) => $"距整改期限 {reminder.DaysAway} 天",
        (ReminderKind.Plan, Language.English) => "rectification plan due",
        (ReminderKind.Plan, _) => "报送整改方案",
        (ReminderKind.Report, Language.English) => "progress report due",
        (ReminderKind.Report, _) => "报送整改进展",
        (ReminderKind.DecisionOutstanding, Language.English) => "decision outstanding",
        (ReminderKind.DecisionOutstanding, _) => "尚未决定",
        (ReminderKind.NextRungOutstanding, Language.English) => "decision about the next rung outstanding",
        (ReminderKind.NextRungOutstanding, _) => "尚未决定是否升级",
        (ReminderKind.ConsequenceOutstanding, Language.English) => "decision about what follows outstanding",
        (ReminderKind.ConsequenceOutstanding, _) => "逾期应予处理，尚未决定",
        (ReminderKind.UrgingOutstanding, Language.English) => "plan or report overdue",
        (ReminderKind.UrgingOutstanding, _) => "整改方案或者进展报告逾期",
        (ReminderKind.InspectionOutstanding, Language.English) => "inspection outstanding",
        (ReminderKind.InspectionOutstanding, _) => "尚未验收",
        (_, Language.English) => "sanctions end soon",
        _ => "限制即将期满",
    };
}
