namespace Rectify.Domain.Calendar;

/// <summary>What kind of day it is, unless it is a working day from Monday to Friday.</summary>
public enum DayKind
{
    /// <summary>周末.</summary>
    Weekend,

    /// <summary>放假.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday that is worked.</summary>
    MakeUp,
}
