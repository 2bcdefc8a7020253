namespace Rectify.Worker.Tests.Hosting;

/// <summary>Where a call between host and worker stands.</summary>
internal enum CallMoment
{
    /// <summary>It was sent; how far the other side is with it is left to chance.</summary>
    Asked,

    /// <summary>Everything was done, and the caller does not know it yet.</summary>
    Answered,
}
