namespace Rectify.Server.Functions;

/// <summary>Options of a timer function besides its schedule.</summary>
[Flags]
internal enum TimerOptions
{
    None = 0,

    /// <summary>Runs missed while the host was down are made up at start.</summary>
    Monitored = 1,

    /// <summary>The function also runs when the host starts.</summary>
    RunOnStartup = 2,
}
