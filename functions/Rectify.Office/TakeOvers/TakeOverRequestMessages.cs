using Rectify.Domain.Messages;

namespace Rectify.Office.TakeOvers;

/// <summary>The messages that say why a request to take cases over is refused.</summary>
public static class TakeOverRequestMessages
{
    public static readonly MessageCode<int, int> CasesCount = new(
        "take-over-count", "1 to {0} cases at a time; got {1}.", "一次接转 1 至 {0} 个案件，现有 {1} 个。");

    public static readonly MessageCode<int, int> ActsCount = new(
        "take-over-acts-count", "at most {0} acts; got {1}.", "每个案件至多列 {0} 个事项，现有 {1} 个。");

    public static readonly MessageCode OneMeasure = new(
        "take-over-one-measure", "exactly one of listing, admonition and veto.", "须且只须写明一项措施：挂牌督办、通报或约谈、一票否决。");

    public static readonly MessageCode OneAct = new(
        "take-over-one-act", "an act has a day and exactly one thing that was done.", "每一事项写明日期，并且只写一项内容。");

    public static readonly MessageCode NumberNeeded = new(
        "take-over-number-needed",
        "a case is taken over with the number of its document, which no new document may get.",
        "接转的案件须写明原文号，此后不再编给其他文件。");

    public static readonly MessageCode<int> NumberTwice = new(
        "take-over-number-twice", "the number stands in case {0} already.", "文号与第 {0} 个案件重复。");

    public static readonly MessageCode WholeMeasures = new(
        "take-over-whole-measures",
        "only whole measures are taken back in a history; take back the sanction of one person in the case afterwards.",
        "接转的历史中只能撤销整项措施；撤销个别人员的限制，请在接转后于案件中办理。");

    public static readonly MessageCode DayNeeded = new(
        "take-over-day-needed", "the day of the decision is needed.", "须写明决定之日。");

    public static readonly MessageCode NumberOfVeto = new(
        "take-over-veto-number", "the number of the decision about the veto is needed.", "须写明否决决定的文号。");

    public static readonly MessageCode<int> Months = new(
        "take-over-months", "1 to {0} months, or the last day.", "1 至 {0} 个月，或者写明届满日。");

    public static readonly MessageCode<string, DateOnly> NotInOffice = new(
        "take-over-not-in-office",
        "the register has nobody, or more than one person, named {0} with a post in the unit on {1}; enter the posts first, or write "
        + "the id.",
        "登记簿中{1}在该单位任职的“{0}”不存在或不止一人；请先登记任职经历，或填写人员编号。");

    public static readonly MessageCode NothingRecorded = new(
        "take-over-refused", "Nothing was taken over: every case has to be right first.", "未接转任何案件：请先更正以下各项。");
}
