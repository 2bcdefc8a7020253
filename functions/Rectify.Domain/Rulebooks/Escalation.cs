namespace Rectify.Domain.Rulebooks;

/// <summary>How a missed deadline, or a second failed year, leads to the veto (S7).</summary>
public enum Escalation
{
    /// <summary>The veto takes effect by itself; the committee may confirm or revoke it.</summary>
    Automatic,

    /// <summary>The veto is proposed; until the committee decides, a question about the subjects is answered with pending.</summary>
    ByDecision,
}

/// <summary>From when a veto counts when the committee decides about it after a missed deadline (S2).</summary>
public enum VetoStart
{
    /// <summary>自整改期限届满之日起: from the effective deadline, however late the decision is.</summary>
    Deadline,

    /// <summary>From the day of the decision.</summary>
    Decision,
}
