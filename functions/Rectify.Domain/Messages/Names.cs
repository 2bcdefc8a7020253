using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Messages;

/// <summary>The field's terms for states, grounds, roles and measures, in both languages.</summary>
public static class Names
{
    /// <summary>Where a case stands.</summary>
    public static string Of(CaseStatus status, Language language) => Pick(language, status switch
    {
        CaseStatus.Rectifying => ("整改中", "rectifying"),
        CaseStatus.Suspended => ("中止", "suspended"),
        CaseStatus.AwaitingInspection => ("待验收", "awaiting inspection"),
        CaseStatus.Released => ("已摘牌", "released"),
        CaseStatus.VetoProposed => ("拟一票否决", "veto proposed"),
        CaseStatus.Vetoed => ("已一票否决", "vetoed"),
        CaseStatus.Declined => ("不予一票否决", "veto declined"),
        CaseStatus.Fulfilled => ("整改到位", "goal reached"),
        CaseStatus.NextRungProposed => ("拟升级", "next rung proposed"),
        CaseStatus.Escalated => ("已升级", "taken to the next rung"),
        CaseStatus.NextRungDeclined => ("不予升级", "next rung declined"),
        CaseStatus.Revoked => ("已撤销", "revoked"),
        CaseStatus.Closed => ("已办结", "closed"),
        _ => throw new UnreachableException(status.ToString()),
    });

    /// <summary>The word beside a light, for who does not see its colour.</summary>
    public static string Of(Light light, Language language) => Pick(language, light switch
    {
        Light.Green => ("绿灯·正常", "green, on time"),
        Light.Yellow => ("黄灯·临期或待验收", "yellow, near or awaiting inspection"),
        Light.Red => ("红灯·逾期或否决", "red, overdue or vetoed"),
        Light.Grey => ("灰灯·已结束", "grey, ended"),
        _ => throw new UnreachableException(light.ToString()),
    });

    /// <summary>Why a unit is held accountable.</summary>
    public static string Of(AccountabilityGround ground, Language language) => Pick(language, ground switch
    {
        AccountabilityGround.Neglect => ("不重视、措施不落实，秩序严重混乱", "neglect"),
        AccountabilityGround.RepeatedMajorEvents => ("短期内接连发生重大事件", "major events in short succession"),
        AccountabilityGround.GraveEvents => ("发生重特大事件", "grave events"),
        AccountabilityGround.AssessmentFailed => ("考核不合格", "assessment failed"),
        AccountabilityGround.UnresolvedHotspot => ("突出问题未有效整治或反弹", "unresolved hotspot"),
        AccountabilityGround.Other => ("其他应予追究的事项", "other"),
        _ => throw new UnreachableException(ground.ToString()),
    });

    /// <summary>Why a veto is imposed.</summary>
    public static string Of(VetoGround ground, Language language) => Pick(language, ground switch
    {
        VetoGround.DeadlineMissed => ("整改期限届满未达到目标", "deadline missed"),
        VetoGround.GraveHarm => ("造成特别严重危害或者影响", "especially grave harm"),
        VetoGround.TwoYearAssessment => ("连续两个年度考核不合格", "assessment failed two years running"),
        VetoGround.Other => ("有其他应予否决的情形", "other"),
        _ => throw new UnreachableException(ground.ToString()),
    });

    /// <summary>How grave the matter is.</summary>
    public static string Of(Severity severity, Language language) => Pick(language, severity switch
    {
        Severity.Ordinary => ("一般", "ordinary"),
        Severity.Serious => ("严重", "serious"),
        Severity.EspeciallyGrave => ("特别严重", "especially grave"),
        _ => throw new UnreachableException(severity.ToString()),
    });

    /// <summary>The part an official had.</summary>
    public static string Of(LeaderRole role, Language language) => Pick(language, role switch
    {
        LeaderRole.Principal => ("主要领导", "principal"),
        LeaderRole.Supervising => ("主管领导", "supervising"),
        LeaderRole.InCharge => ("分管领导", "in charge"),
        LeaderRole.DirectlyLiable => ("直接责任人", "directly liable"),
        LeaderRole.Other => ("其他", "other"),
        _ => throw new UnreachableException(role.ToString()),
    });

    /// <summary>A rung of the ladder.</summary>
    public static string Of(Rung rung, Language language) => Pick(language, rung switch
    {
        Rung.Notice => ("通报", "notice"),
        Rung.Talk => ("约谈", "admonishing talk"),
        Rung.Listing => ("挂牌督办", "supervised listing"),
        Rung.Veto => ("一票否决", "one-vote veto"),
        _ => throw new UnreachableException(rung.ToString()),
    });

    /// <summary>Whom the veto after a missed deadline bars.</summary>
    public static string Of(VetoPersons rule, Language language) => Pick(language, rule switch
    {
        VetoPersons.Listed => ("挂牌时列明的人员，不论现任何职", "those of the listing, wherever they are now"),
        VetoPersons.InOffice => ("整改期限届满之日在任的人员", "those in office on the last day of the period"),
        VetoPersons.Both => (
            "挂牌时列明的人员和整改期限届满之日在任的人员", "those of the listing and those in office on the last day of the period"),
        _ => throw new UnreachableException(rule.ToString()),
    });

    /// <summary>A measure.</summary>
    public static string Of(Measure measure, Language language) => Pick(language, measure switch
    {
        Measure.Listing => ("挂牌督办", "supervised listing"),
        Measure.Veto => ("一票否决", "one-vote veto"),
        _ => throw new UnreachableException(measure.ToString()),
    });

    /// <summary>What a barred subject loses.</summary>
    public static string Of(Bars bars, Language language) => Pick(language, bars switch
    {
        Bars.Honour => ("评选综合性荣誉称号资格", "honour eligibility"),
        Bars.AwardAndPromotion => ("评先受奖、晋职晋级资格", "award and promotion eligibility"),
        _ => throw new UnreachableException(bars.ToString()),
    });

    /// <summary>How a sanction stands.</summary>
    public static string Of(SanctionStatus status, Language language) => Pick(language, status switch
    {
        SanctionStatus.Upcoming => ("未开始", "upcoming"),
        SanctionStatus.Active => ("执行中", "active"),
        SanctionStatus.Expired => ("已期满", "expired"),
        SanctionStatus.Revoked => ("已撤销", "revoked"),
        _ => throw new UnreachableException(status.ToString()),
    });

    private static string Pick(Language language, (string Chinese, string English) words) =>
        language == Language.English ? words.English : words.Chinese;
}
