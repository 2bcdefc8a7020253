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
}
