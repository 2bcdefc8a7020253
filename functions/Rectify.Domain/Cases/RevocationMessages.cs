using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a revocation or a correction is refused.</summary>
internal static class RevocationMessages
{
    public static readonly MessageCode<Measure> NoSuchMeasure = new(
        "nothing-to-revoke.measure",
        "The case has no measure {0}. (S10)",
        "本案没有“{0}”这一措施。");

    public static readonly MessageCode NoAdmonition = new(
        "nothing-to-revoke.admonition",
        "The case has no measure admonition. (S10)",
        "本案不是通报或约谈，没有这一措施。");

    public static readonly MessageCode<Rung> RungRevokedBefore = new(
        "nothing-to-revoke.before",
        "The {0} was revoked before. (S10)",
        "该{0}此前已撤销。");

    public static readonly MessageCode<Rung, DateOnly> RungOver = new(
        "nothing-to-revoke.rung-over",
        "The {0} is over, and a revocation from {1} on would end nothing; void takes it back from the start. (S10)",
        "该措施已经结束，自某日起撤销没有可以终止的内容；需要收回的，撤销为自始无效。", englishOnly: [0, 1]);

    public static readonly MessageCode<CaseId, SanctionId> UnknownSanction = new(
        "unknown-sanction",
        "The case {0} has no sanction {1}. (S10)",
        "本案没有这一项限制。", englishOnly: [0, 1]);

    public static readonly MessageCode<Message> SanctionsRevoked = new(
        "nothing-to-revoke.sanctions-revoked",
        "No day is left that a revocation of {0} would free: it was revoked before. (S10)",
        "{0}此前已撤销，没有可以再解除的日子。");

    public static readonly MessageCode<Message> SanctionsRevokedInPart = new(
        "nothing-to-revoke.sanctions-revoked-from-a-day",
        "No day is left that a revocation of {0} would free: it was revoked before; void takes it back from the start. (S10)",
        "{0}此前已撤销，没有可以再解除的日子；需要收回的，撤销为自始无效。");

    public static readonly MessageCode<Message, DateOnly> SanctionsOver = new(
        "nothing-to-revoke.sanctions-over",
        "No day is left that a revocation of {0} would free: it is over, the last barred day was {1}; void takes it back from the "
        + "start. (S10)",
        "限制已于{1}期满，没有可以再解除的日子；需要收回的，撤销为自始无效。", englishOnly: [0]);

    public static readonly MessageCode<Message, DateOnly> SanctionsOverAndVoid = new(
        "nothing-to-revoke.sanctions-over-void",
        "No day is left that a revocation of {0} would free: it is over, the last barred day was {1}. (S10)",
        "{0}的限制已于{1}期满，没有可以再解除的日子。");

    public static readonly MessageCode<Message> BarsNobody = new(
        "nothing-to-revoke.bars-nobody",
        "No day is left that a revocation of {0} would free: it bars nobody any more. (S10)",
        "{0}已不再限制任何人，没有可以再解除的日子。");

    public static readonly MessageCode<Measure> TheMeasure = new("nothing-to-revoke.the-measure", "the measure {0}", "{0}");

    public static readonly MessageCode<SanctionId> TheSanction = new("nothing-to-revoke.the-sanction", "the sanction {0}", "单项限制 {0} ");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> DateOutOfRange = new(
        "date-out-of-range.revocation",
        "A revocation takes effect between {0} and today, {1}; got {2}. (S10)",
        "撤销生效日应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode NothingToCorrect = new(
        "nothing-to-correct",
        "A correction gives facts, officials or a document number, other than they stand in the case. (S10)",
        "更正须给出与现有内容不同的事实、人员或文号。");

    public static readonly MessageCode MeasureWithoutOfficials = new(
        "measure-without-officials",
        "whose persons are corrected, given together with officials and only then. (S6)",
        "指明措施的，须同时给出更正后的人员。");

    public static readonly MessageCode NoVetoToCorrect = new(
        "measure-not-taken.veto",
        "The case has no veto whose persons could be corrected; those of a later one are the listing's. (S6)",
        "本案没有一票否决，不能更正其人员；以后作出的，沿用挂牌督办的人员。");

    public static readonly MessageCode<Rung> NoListingToCorrect = new(
        "measure-not-taken.listing",
        "The case is a {0} and has no listing whose persons could be corrected. (S6)",
        "本案是{0}，没有挂牌督办，不能更正其人员。");

    public static readonly MessageCode MeasureNeeded = new(
        "measure-needed",
        "listing or veto, since each has persons of its own in this case, and correcting those of one never changes the other's. (S6)",
        "本案挂牌督办和一票否决各有其人员，更正人员须指明是哪一项措施。");
}
