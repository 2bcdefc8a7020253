namespace Rectify.Domain.YearlyCycle;

/// <summary>How far a duty has come.</summary>
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

    /// <summary>Past its last day, and for the office to do: what a unit reads of its own assessment.</summary>
    AwaitsOffice,
}
