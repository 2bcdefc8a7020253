using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Assessments;

/// <summary>The messages that say why an assessment is refused, or no veto follows from it.</summary>
public static class AssessmentMessages
{
    public static readonly MessageCode<string> NoAssessment = new(
        "not-found.assessment",
        "There is no assessment {0}.",
        "没有年度考核结果 {0}。");

    public static readonly MessageCode<int, int, string> Year = new(
        "assessment-year",
        "{0} to {1}, in four digits; got \"{2}\". (V3)", "考核年度为 {0} 至 {1} 年，以四位数字表示。", englishOnly: [2]);

    public static readonly MessageCode<int, Bilingual> DecidedOnNeeded = new(
        "decided-on-needed",
        "the day of the decision comes with another result; {0} stands as {1}. (V3)",
        "考核结果有变，须填写认定日期：{0} 年度现登记为{1}。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> DecidedOn = new(
        "date-out-of-range.assessment", "between {0} and today, {1}; got {2}. (V3)", "日期应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode ResultOrGrade = new(
        "assessment-result-needed", "result or grade; got neither. (V3)", "应填写考核结果（result）或者等次（grade），现均未填写。");

    public static readonly MessageCode<IReadOnlyList<string>, string> UnknownGrade = new(
        "unknown-grade", "a grade of the rulebook in force on the day of the decision ({0}); got \"{1}\". (V3)",
        "应为认定之日施行的规则库的等次（{0}），现为“{1}”。");

    public static readonly MessageCode<string, GradeCounts> GradeCountsOtherwise = new(
        "unknown-grade.result", "what {0} counts as: {1}. (V3)", "与等次 {0} 不符，该等次计为{1}。");

    public static readonly MessageCode<int> NothingToCorrect = new(
        "nothing-to-correct.assessment",
        "only of a correction; nothing was entered for {0} yet. (V3)",
        "{0} 年度尚无登记，不填写更正理由。");

    public static readonly MessageCode<int, DateOnly, string> ReasonNeeded = new(
        "reason-needed",
        "why {0} is corrected, which was entered on {1} by {2}. (V3)",
        "已有登记，更正或撤回须说明理由。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<Bilingual, CaseId, string, CaseStatus, string> VetoStands = new(
        "veto-for-years-stands",
        "one veto for the failed years {0}; got twoYearAssessment, and the case {1} (\"{2}\") is {3} for them. (V3, {4})",
        "{0}年度已有一票否决案件（{2}），现为“{3}”。", englishOnly: [1, 4]);

    public static readonly MessageCode<Bilingual, Message> NotOpened = new(
        "veto-not-opened", "No veto was opened for {0}: {1}", "未能就{0}年度立案：{1}");
}
