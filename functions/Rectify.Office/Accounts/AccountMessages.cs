using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Accounts;

/// <summary>The messages that say why a change of an account is refused.</summary>
public static class AccountMessages
{
    public static readonly MessageCode StateTitle = new("title.account-state", "The account is in another state", "账户处于其他状态");

    public static readonly MessageCode<string> NoAccount = new("not-found.account", "There is no account {0}.", "没有账户 {0}。");

    public static readonly MessageCode<string> NoKey = new("not-found.account-key", "The account has no key {0}.", "该账户没有密钥 {0}。");

    public static readonly MessageCode<string> NoSession = new(
        "not-found.session", "There is no session {0}, or it has ended.", "没有会话 {0}，或者已经结束。");

    public static readonly MessageCode<string> Taken = new(
        "account-taken",
        "The account {0} exists already, with another content. An id is never given to another account.",
        "账户编号 {0} 已经使用，内容不同。编号不另作他用，请另取一个。");

    public static readonly MessageCode<string> Revoked = new(
        "account-state.revoked", "The account {0} is revoked; issue a new one.", "账户 {0} 已经收回，请另发账户。");

    public static readonly MessageCode<string> LeaderStays = new(
        "account-state.leader",
        "The account {0} opens the cases of one person and is not handed over; revoke it, and issue another one.",
        "账户 {0} 只供本人查看自己的案件，不得移交，请收回后另发账户。");

    public static readonly MessageCode<string> AddressTaken = new(
        "account-address-taken", "an address that no other account has; {0} has it.", "此工作邮箱已用于账户 {0}。");

    public static readonly MessageCode<string> ObjectTaken = new(
        "account-object-taken", "an object that no other account has; {0} has it.", "此登录对象已用于账户 {0}。");

    public static readonly MessageCode<string> ObjectForm = new(
        "malformed-object-id", "the object id of an Entra principal, a GUID; got \"{0}\".",
        "应为 Entra 登录对象的编号（GUID），填写的是“{0}”。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> Day = new(
        "date-out-of-range.account", "between today, {0}, and {1}; got {2}.", "日期应在今天（{0}）至{1}之间，填写的是{2}。");

    public static readonly MessageCode UnitMissing = new(
        "account-unit.missing", "the unit for which an account in the role unit speaks.", "角色为单位的账户须填写所代表的单位。");

    public static readonly MessageCode UnitForbidden = new(
        "account-unit.forbidden", "only for an account in the role unit.", "只有角色为单位的账户填写单位。");

    public static readonly MessageCode OfficialMissing = new(
        "account-official.missing", "the person of the register whose cases the account opens.", "角色为领导干部的账户须填写人员编号。");

    public static readonly MessageCode OfficialForbidden = new(
        "account-official.forbidden", "only for an account in the role leader.", "只有角色为领导干部的账户填写人员编号。");

    public static readonly MessageCode<OfficialId> UnknownOfficial = new(
        "unknown-official.account", "an official in the register; got \"{0}\".", "人员台账中没有编号为“{0}”的人员。");

    public static readonly MessageCode LeaderIsPerson = new(
        "account-address.leader", "the work address of the person: a leader's account has no key.",
        "领导干部的账户须填写工作邮箱，不用密钥。");

    public static readonly MessageCode<string> NotAPerson = new(
        "account-state.system",
        "The account {0} is a system's: it is not handed over; give it another key.",
        "账户 {0} 属于系统，不移交；需要时请另发密钥。");

    public static readonly MessageCode<string> NotASystem = new(
        "account-state.person",
        "The account {0} is a person's, who signs in by a link or by Entra; keys are for systems.",
        "账户 {0} 属于个人，以邮件链接或 Entra 登录；密钥只发给系统。");

    public static readonly MessageCode<string> KeyTaken = new(
        "account-key-taken", "The key {0} was issued before and was shown then; issue one under another name.",
        "密钥 {0} 此前已发，当时显示过一次；请以别的名称另发。");
}
