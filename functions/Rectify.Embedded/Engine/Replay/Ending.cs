namespace Rectify.Embedded.Engine.Replay;

/// <summary>How an execution ends.</summary>
internal abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>The name that the history keeps.</summary>
    public string Name => GetType().Name;

    /// <summary>The code returned.</summary>
    public sealed record Completed(string? Output) : Ending;

    /// <summary>The code threw.</summary>
    public sealed record Failed(Failure Failure) : Ending;

    /// <summary>The code asked to start over; <paramref name="Carried"/> are the events that nobody has read.</summary>
    public sealed record ContinuedAsNew(
        string? Input, string? Version, IReadOnlyList<HistoryEvent.EventRaised> Carried) : Ending;
}
