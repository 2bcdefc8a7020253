namespace Rectify.Domain.Rulebooks;

/// <summary>Why a veto is imposed.</summary>
public enum VetoGround
{
    /// <summary>V2: the unit was listed and did not reach the goal in time.</summary>
    DeadlineMissed,
}
