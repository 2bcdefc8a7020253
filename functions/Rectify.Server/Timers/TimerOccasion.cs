namespace Rectify.Server.Timers;

/// <summary>Why a timer function runs.</summary>
internal enum TimerOccasion
{
    /// <summary>Its scheduled time has come or has passed.</summary>
    Scheduled,

    /// <summary>The host has started.</summary>
    Startup,
}
