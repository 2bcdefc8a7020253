namespace Rectify.Domain.YearlyCycle;

/// <summary>How a duty stands on a day.</summary>
public enum DutyStatus
{
    /// <summary>Owed, and its last day is not over.</summary>
    Open,

    /// <summary>Owed, and its last day is over.</summary>
    Overdue,

    /// <summary>Done on its last day or before.</summary>
    Done,

    /// <summary>Done after its last day.</summary>
    DoneLate,

    /// <summary>Not owed: the unit came into the register after its last day.</summary>
    NotOwed,

    /// <summary>Its last day is over and the office has to act: shown to a unit for its own assessment.</summary>
    AwaitsOffice,
}
