namespace Rectify.Worker.Tests.Timers;

/// <summary>A timer function ran.</summary>
internal sealed record TimerRun(string Function, DateTimeOffset At);
