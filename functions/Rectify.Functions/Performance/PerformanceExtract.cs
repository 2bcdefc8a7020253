using Rectify.Board.Documents;
using Rectify.Board.YearlyCycle;
using Rectify.Domain.Assessments;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Performance;

namespace Rectify.Functions.Performance;

/// <summary>Makes the printed extract of a record of performance.</summary>
internal static class PerformanceExtract
{
    public static PerformanceSheet Of(PerformanceRecord record, string office) => new(
        office, record.Name, record.OfficialId.Value, record.AsOf,
        [
            new("任职经历", ["单位", "职务", "职责", "起", "止"],
                [.. record.Posts.Select(post => Row(
                    post.Unit, post.Post,
                    post.Responsibility is { } responsibility
                        ? $"{Names.Of(post.Role, Language.Chinese)}、{CycleWords.Of(responsibility, Language.Chinese)}"
                        : Names.Of(post.Role, Language.Chinese),
                    Day(post.From), post.To is { } to ? Day(to) : "在任"))]),
            new("任职单位年度考核", ["年度", "单位", "结果", "认定日期", "文号"],
                [.. record.Assessments.Select(entry => Row(
                    $"{entry.Year}年", entry.Unit,
                    entry.Grade?.Chinese ?? (entry.Result == AssessmentResult.Passed ? "合格" : "不合格"), Day(entry.DecidedOn),
                    entry.DocumentNumber ?? "—"))]),
            new("述职", ["年度", "提交日期", "摘要"],
                [.. record.DutyReports.Select(report => Row($"{report.Year}年", Day(report.SubmittedOn), report.Summary))]),
            new("被列名的案件", ["文号", "措施", "单位", "日期", "职责", "情况"],
                [.. record.Cases.Select(named => Row(
                    named.DocumentNumber, Names.Of(named.Rung, Language.Chinese), named.Unit, Day(named.OpenedOn),
                    Names.Of(named.Role, Language.Chinese),
                    named.Named == Naming.TakenOut ? $"{Names.Of(named.Status, Language.Chinese)}（已更正，不再列名）"
                        : Names.Of(named.Status, Language.Chinese)))]),
            new("限制（评先受奖、晋职晋级资格）", ["文号", "措施", "自", "至（含当日）", "情况"],
                [.. record.Sanctions.Select(sanction => Row(
                    sanction.DocumentNumber, Names.Of(sanction.Measure, Language.Chinese), Day(sanction.From),
                    sanction.To is { } last ? Day(last) : "解除挂牌督办之日",
                    Standing(sanction)))]),
            new("表彰奖励", ["名称", "授予机关", "日期", "文号", "事由"],
                [.. record.Commendations.Select(one =>
                    Row(one.Title, one.AwardedBy, Day(one.AwardedOn), one.DocumentNumber ?? "—", one.Citation ?? "—"))]),
        ]);

    private static string Standing(SanctionView sanction) => sanction.Revocation switch
    {
        Revocation.Void => $"{Names.Of(sanction.Status, Language.Chinese)}（自始无效）",
        Revocation.FromDate(var on) => $"{Names.Of(sanction.Status, Language.Chinese)}（自{Day(on)}起不再限制）",
        _ => Names.Of(sanction.Status, Language.Chinese),
    };

    private static IReadOnlyList<string> Row(params IReadOnlyList<string> cells) => cells;

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
