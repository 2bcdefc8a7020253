namespace Rectify.Functions.Tests.Accounts;

/// <summary>A clock that a test sets.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
