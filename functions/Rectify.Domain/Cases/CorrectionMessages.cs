using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a field cannot be corrected.</summary>
internal static class CorrectionMessages
{
    public static readonly MessageCode<Rung> NotOfMeasure = new(
        "not-of-this-measure", "a field that a {0} does not have. (S10)", "{0}没有这一项。");

    public static readonly MessageCode DaysOfProposal = new(
        "days-not-correctable",
        "The days of a veto that is only proposed, or that follows from assessments, are not corrected: it is decided, or the "
        + "assessment is corrected. (S10)",
        "拟予以的一票否决，以及依据年度考核的一票否决，日期不作更正：由决定确定，或者更正考核结果。");

    public static readonly MessageCode<DateOnly, DateOnly> DayTooLate = new(
        "date-out-of-range.correction", "The day of the measure is {0} at the latest; got {1}. (S10)", "措施日期最迟为{0}，填写的是{1}。");

    public static readonly MessageCode DecidedOnDeadline = new(
        "decided-since.deadline",
        "People have decided on the ground of the deadline that was missed: if that was an error too, it is taken out first. (S10)",
        "期限届满后已据此作出决定；该决定也有误的，先予更正。");

    public static readonly MessageCode<DateOnly, DateOnly> MovedAfter = new(
        "moved-after-the-deadline",
        "The deadline was moved on {0}, which lies after the corrected one, {1}. (S10, S11)",
        "期限曾于{0}变动，晚于更正后的期限（{1}）。");

    public static readonly MessageCode<DateOnly, DateOnly> ExtensionShortens = new(
        "extension-shortens",
        "The deadline was extended to {0}, which is not after the corrected one, {1}. (S10, S11)",
        "期限曾延至{0}，不晚于更正后的期限（{1}）。");

    public static readonly MessageCode<DateOnly, DateOnly> StoppedBefore = new(
        "stopped-before-the-measure",
        "The clock was stopped on {0}, before the corrected day of the measure, {1}. (S9, S10)",
        "期限曾于{0}中止，早于更正后的措施日期（{1}）。");

    public static readonly MessageCode<DateOnly> ReportBefore = new(
        "report-before-the-measure",
        "A report of {0} was handed in before the corrected day of the measure: if it was entered by error, it is taken out first. (S10)",
        "{0}的整改报告早于更正后的措施日期；该报告误登的，先予更正。");

    public static readonly MessageCode<DateOnly, DateOnly> ReportAfter = new(
        "report-after-the-deadline",
        "The report of {0} was handed in after the corrected deadline, {1}: if it was entered by error, it is taken out first. (S10)",
        "{0}的整改报告晚于更正后的期限（{1}）；该报告误登的，先予更正。");
}
