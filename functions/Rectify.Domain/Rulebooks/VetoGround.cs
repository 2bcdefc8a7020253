using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>Why a veto is imposed.</summary>
public enum VetoGround
{
    /// <summary>V2: the unit was listed and did not reach the goal in time.</summary>
    [Words("整改期限届满未达到目标", "deadline missed")]
    DeadlineMissed,

    /// <summary>V1: one of the grounds for accountability, with especially grave harm or influence.</summary>
    [Words("造成特别严重危害或者影响", "especially grave harm")]
    GraveHarm,

    /// <summary>V3: the assessment was failed in two consecutive assessment years.</summary>
    [Words("连续两个年度考核不合格", "assessment failed two years running")]
    TwoYearAssessment,

    /// <summary>V4: another matter.</summary>
    [Words("有其他应予否决的情形", "other")]
    Other,
}
