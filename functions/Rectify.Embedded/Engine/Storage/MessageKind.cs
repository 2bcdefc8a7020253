namespace Rectify.Embedded.Engine.Storage;

/// <summary>What an inbox row means. The numbers are stored.</summary>
internal enum MessageKind
{
    Start = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerFired = 4,
    EventRaised = 5,
}
