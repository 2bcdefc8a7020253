namespace Rectify.Functions.Tests.Histories;

/// <summary>When an orchestration is told that its case has changed.</summary>
internal enum Change
{
    /// <summary>It is not told.</summary>
    Never,

    /// <summary>While its activity is under way.</summary>
    BeforeTheWait,

    /// <summary>While it waits.</summary>
    WhileWaiting,
}
