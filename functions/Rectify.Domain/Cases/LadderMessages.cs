using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a case cannot follow another one up the ladder.</summary>
internal static class LadderMessages
{
    public static readonly MessageCode<CaseId, Rung> NotALowerRung = new(
        "not-a-lower-rung",
        "A case follows a notice or a talk; got {0}, a {1}: a missed listing leads to the veto in its own case. (S7, S16)",
        "之前的案件应为通报或约谈；挂牌督办逾期的，在其本案中一票否决。", englishOnly: [0, 1]);

    public static readonly MessageCode<CaseId, Rung> FollowedByNone = new(
        "not-a-lower-rung.case",
        "The case {0} is a {1}, which no case follows. (S16)",
        "案件 {0} 是{1}，其后不再升级立案。");

    public static readonly MessageCode<UnitId, CaseId, UnitId> NotTheSameUnit = new(
        "not-the-same-unit",
        "A case follows one of its own unit, {0}; got {1} of {2}. (S16)",
        "之前的案件属于其他单位。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<CaseId, Rung, Rung> NotAHigherRung = new(
        "not-a-higher-rung",
        "A case follows one on a lower rung; got {0}, a {1}, before a {2}. (S16)",
        "应高于之前的案件的措施。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<DateOnly, CaseId, DateOnly> BeforePredecessor = new(
        "before-predecessor",
        "A case follows one that began on or before its first day, {0}; got {1} of {2}. (S16)",
        "日期{0}早于之前的案件的日期{2}。", englishOnly: [1]);

    public static readonly MessageCode<Rung, CaseId, CaseId, Rung> HasSuccessor = new(
        "has-successor",
        "One case follows a {0}; {1} was followed by {2}, a {3}. (S16)",
        "之前的案件已经升级（{2}，{3}）。", englishOnly: [0, 1]);

    public static readonly MessageCode<CaseId, CaseId, CaseId> WasFollowed = new(
        "has-successor.case",
        "The case {0} was followed by {1}; got {2}. (S16)",
        "案件 {0} 已升级为 {1}，不能再由 {2} 接续。");

    public static readonly MessageCode<CaseId, Rung, Message, Rung> PassedOver = new(
        "rung-passed-over",
        "After {0} the {1} follows, and a higher rung only where the severity passes rungs over ({2}); got {3}. (S16)",
        "所选措施越过了应予的下一措施“{1}”，程度不够。", englishOnly: [0, 2, 3]);

    public static readonly MessageCode<CaseId, DateOnly, Message, Rung, DateOnly> StillRunning = new(
        "still-running",
        "The period of {0} runs to {1}, and before it has ended a case follows only where the severity passes rungs over ({2}); "
        + "got a {3} on {4}. (S16)",
        "之前的案件期限至{1}，程度不够，不能提前升级。", englishOnly: [0, 2, 3, 4]);

    public static readonly MessageCode<string> SkipsNone = new("rung-passed-over.no-skips", "rulebook {0}: none", "规则 {0}：无");

    public static readonly MessageCode<string, IReadOnlyList<Bilingual>> Skips = new(
        "rung-passed-over.skips", "rulebook {0}: {1}", "规则 {0}：{1}");

    public static readonly MessageCode<Severity, Rung> Skip = new("rung-passed-over.skip", "{0} to {1}", "{0}可至{1}");

    public static readonly MessageCode<CaseId, CaseStatus> NothingToFollow = new(
        "nothing-to-follow",
        "A case follows one whose goal was not reached; {0} is {1}. (S16)",
        "之前的案件没有需要升级的结果（{1}）。", englishOnly: [0]);

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> ConsequenceOutOfRange = new(
        "date-out-of-range.consequence",
        "The decision lies between {0} and today, {1}; got {2}. (S7, S16)",
        "处理日期应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode<string?> NumberOfTheMeasure = new(
        "document-number-taken.consequence",
        "The decision has a number of its own; \"{0}\" is that of the measure. (S14)",
        "处理决定应有自己的文号，“{0}”是原措施文件的文号。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> DecisionOutOfRange = new(
        "date-out-of-range.next-rung",
        "The decision lies between {0} and today, {1}; got {2}. (S16)",
        "决定日期应在{0}至今天（{1}）之间，填写的是{2}。");
}
