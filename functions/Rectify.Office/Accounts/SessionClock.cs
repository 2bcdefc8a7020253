namespace Rectify.Office.Accounts;

/// <summary>The clock of sessions and links to sign in: real time, also when the app runs by a stepped clock.</summary>
/// <param name="Time">The clock.</param>
public sealed record SessionClock(TimeProvider Time)
{
    /// <summary>The instant, UTC.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();
}
