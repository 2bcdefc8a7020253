namespace Rectify.Domain.Rulebooks;

/// <summary>Why a veto is imposed.</summary>
public enum VetoGround
{
    /// <summary>V2: the unit was listed and did not reach the goal in time.</summary>
    DeadlineMissed,

    /// <summary>V1: one of the grounds for accountability, with especially grave harm or influence.</summary>
    GraveHarm,

    /// <summary>V3: the assessment was failed in two consecutive assessment years.</summary>
    TwoYearAssessment,

    /// <summary>V4: another matter.</summary>
    Other,
}
