using Rectify.Domain.Messages;

namespace Rectify.Office.RulebookChanges;

/// <summary>The messages that say why a change of the rulebooks is refused.</summary>
public static class RulebookChangeMessages
{
    public static readonly MessageCode<string> NoRulebook = new("not-found.rulebook", "There is no rulebook {0}.", "没有规则版本 {0}。");

    public static readonly MessageCode<IReadOnlyList<Message>> Refused = new("rulebook-refused", "{0}", "{0}");

    public static readonly MessageCode<string> OtherId = new(
        "rulebook-refused.other-id", "that of the address, {0}.", "应与地址中的编号 {0} 相同。");

    public static readonly MessageCode<string> ReservedId = new(
        "rulebook-refused.reserved", "an id that is not \"{0}\", which has an address of its own.", "编号“{0}”另有用途，请另取一个。");

    public static readonly MessageCode<IReadOnlyList<string>> UnknownReplaced = new(
        "rulebook-refused.unknown-replaced", "one of {0}.", "应为已有的规则版本之一：{0}。");

    public static readonly MessageCode<int, int> TooLong = new(
        "rulebook-refused.too-long", "at most {0} characters; got {1}.", "最多 {0} 个字，现有 {1} 个。");

    public static readonly MessageCode<string> IdTaken = new(
        "rulebook-taken",
        "There is a rulebook {0} with another text. An edition never changes: give a correction a new id.",
        "规则版本 {0} 已经存在，内容不同。已载入的版本不再更改，更正请另取编号。");

    public static readonly MessageCode<string> Retired = new(
        "rulebook-state.retired", "The rulebook {0} is retired and cannot be put in force.", "规则版本 {0} 已停用，不能施行。");

    public static readonly MessageCode<string, DateOnly> StillInForce = new(
        "rulebook-state.in-force",
        "The rulebook {0} is in force on {1}. Put another one in force first.",
        "规则版本 {0} 在{1}施行，请先决定施行其他版本。");

    public static readonly MessageCode<DateOnly, int, DateOnly> TooEarly = new(
        "rulebook-day.too-early",
        "not before {0}, which is {1} days back, the limit of this rulebook; got {2}.",
        "不得早于{0}（本规则库补录的限度为 {1} 天前），填写的是{2}。");

    public static readonly MessageCode<DateOnly, DateOnly?, DateOnly> NotValid = new(
        "rulebook-day.not-valid",
        "a day on which this rulebook is valid, from {0} (last day: {1}); got {2}.",
        "应为本规则库适用的日期：自{0}起（最后一日：{1}），填写的是{2}。");
}
