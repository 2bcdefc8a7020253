using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Eligibility;

/// <summary>The messages that say why a question about a subject is not answered.</summary>
public static class EligibilityMessages
{
    public static readonly MessageCode<string> NoSubject = new("not-found.subject", "There is no subject {0}.", "没有对象 {0}。");

    public static readonly MessageCode<DateTimeOffset, DateTimeOffset> InTheFuture = new(
        "as-of-in-the-future", "not later than now, {0}; got {1}. (S15)", "不得晚于现在（{0}），填写的是 {1}。");

    public static readonly MessageCode<Subject> Unknown = new(
        "unknown-subject",
        "a unit or an official in the register; got \"{0}\". Unknown is never clear. (S15)",
        "台账中没有“{0}”；查无此对象不得视为无限制。");

    public static readonly MessageCode<Subject> NotInRegister = new(
        "unknown-subject.member", "\"{0}\" is not in the register.", "台账中没有“{0}”。");

    public static readonly MessageCode PurposeOfAPerson = new(
        "purpose-of-a-person",
        "a unit is honoured or awarded, a person is promoted; got \"promotion\" for a unit. (S1)",
        "晋职晋级只适用于人员，单位不能按此用途征求意见。");
}
