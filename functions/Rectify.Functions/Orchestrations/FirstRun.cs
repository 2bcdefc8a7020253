namespace Rectify.Functions.Orchestrations;

/// <summary>
/// Has the first run of the reconcile timer in this process check everything. Registered by a host that is alone with its orchestrations:
/// its start says that the process before it has ended, perhaps in the middle of something.
/// </summary>
/// <remarks>On Azure instances come and go, and a new one says nothing; there only what is stored decides.</remarks>
public sealed class FirstRun
{
    private volatile bool isDone;

    /// <summary>Whether no run of this process has come to its end yet.</summary>
    public bool IsPending => !isDone;

    /// <summary>A run has come to its end.</summary>
    public void Complete() => isDone = true;
}
