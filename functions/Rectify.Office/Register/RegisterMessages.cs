using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Register;

/// <summary>The messages that say why an entry of the register is refused or not found.</summary>
public static class RegisterMessages
{
    public static readonly MessageCode<string> NoUnit = new("not-found.unit", "There is no unit {0}.", "没有单位 {0}。");

    public static readonly MessageCode<string> NoOfficial = new("not-found.official", "There is no official {0}.", "没有人员 {0}。");

    public static readonly MessageCode<string> NoJoin = new("not-found.join", "There is no join {0}.", "没有并为一人的登记 {0}。");

    public static readonly MessageCode<UnitId> UnknownUnit = new(
        "unknown-unit", "a unit in the register; got \"{0}\".", "单位台账中没有编号为“{0}”的单位。");

    public static readonly MessageCode<UnitId> UnknownUnitOfFeed = new(
        "unknown-unit.feed", "a unit of the register; got \"{0}\".", "单位台账中没有编号为“{0}”的单位。");

    public static readonly MessageCode<UnitId> UnknownLink = new(
        "unknown-unit.link", "another unit, in the register or in this file; got \"{0}\".", "单位台账中没有编号为“{0}”的单位。");

    public static readonly MessageCode<UnitId> AboveItself = new(
        "unknown-unit.above-itself",
        "another unit; through it the unit would be above itself; got \"{0}\".",
        "上级单位不能是本单位，也不能绕回本单位。", englishOnly: [0]);

    public static readonly MessageCode<UnitId> UnknownSuccessor = new(
        "unknown-unit.successor", "another unit, in the register or in this file; got \"{0}\". (S6)", "单位台账中没有编号为“{0}”的单位。");

    public static readonly MessageCode<UnitId> OwnSuccessor = new(
        "unknown-unit.own-successor",
        "another unit; through it the unit would be its own successor; got \"{0}\". (S6)",
        "承继单位不能是本单位，也不能绕回本单位。", englishOnly: [0]);

    public static readonly MessageCode<string> MalformedEmail = new(
        "malformed-email", "an address is name@domain; got \"{0}\".", "邮箱写法为 name@domain，填写的是“{0}”。");

    public static readonly MessageCode<string> MailLanguage = new(
        "malformed.language", "One of zh-CN, en; got {0}.", "应为 zh-CN 或 en，现为 {0}。");

    public static readonly MessageCode BothForms = new(
        "malformed.posts",
        "the whole list of posts, or unitId, post, role, from and to of the one to which the official goes; got both.",
        "填写全部任职，或者只填写调任的一项（单位、职务、角色、起止日期），不能同时填写。");

    public static readonly MessageCode MissingPost = new(
        "malformed.missing-post",
        "is missing; it may be absent when posts names every post.",
        "请填写此项；列明全部任职（posts）的，可以不填。");

    public static readonly MessageCode<int> NoPosts = new("posts-count.none", "1 to {0}; got 0.", "任职为 1 至 {0} 项，填写了 0 项。");

    public static readonly MessageCode<int, int> TooManyPosts = new(
        "posts-count", "1 to {0} posts of one person; got {1}.", "任职为 1 至 {0} 项，填写了 {1} 项。");

    public static readonly MessageCode MainPost = new(
        "main-post",
        "one post is the main one; got several with main.",
        "主要任职只能有一项。");

    public static readonly MessageCode<string, UnitId, DateOnly> PostTwice = new(
        "post-twice",
        "each post once; {0} in {1} from {2} stands above already.",
        "同一职务（单位、职务、任职起相同）只填一次，上面已有。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<DateOnly, DateOnly?> TermBackwards = new(
        "term-backwards", "on or after the first day in the post, {0}; got {1}.", "离任日期不早于任职日期{0}，填写的是{1}。");

    public static readonly MessageCode OnlyWithUnit = new("malformed.on", "only together with unitId.", "只能与单位（unitId）一并填写。");

    public static readonly MessageCode<OfficialId> JoinedWithItself = new(
        "joined-with-itself", "another id of the same person; got \"{0}\" twice.", "应为同一人的另一编号，“{0}”填写了两次。");

    public static readonly MessageCode ReasonToPart = new(
        "malformed.reason-to-part", "why the two ids are not one person.", "请说明两个编号为何不是同一人。");

    public static readonly MessageCode<string> UnknownOther = new(
        "unknown-official.other", "another official in the register; got \"{0}\".", "人员台账中没有编号为“{0}”的其他人员。");
}
