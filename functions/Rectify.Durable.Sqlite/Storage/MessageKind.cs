namespace Rectify.Durable.Sqlite.Storage;

/// <summary>What an inbox row means. The numbers are stored.</summary>
internal enum MessageKind
{
    Start = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerFired = 4,
    EventRaised = 5,
    ChildCompleted = 6,
    ChildFailed = 7,
}
