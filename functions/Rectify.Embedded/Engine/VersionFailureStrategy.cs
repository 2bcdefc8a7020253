namespace Rectify.Embedded.Engine;

/// <summary>What becomes of an instance whose version the code may not run.</summary>
public enum VersionFailureStrategy
{
    /// <summary>It is stalled, and goes on when code of a fitting version is back.</summary>
    Reject,

    /// <summary>It fails.</summary>
    Fail,
}
