namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>When a life ends.</summary>
internal abstract record Moment
{
    private Moment()
    {
    }

    /// <summary>So long after the program began to open its file: in the recovery, or anywhere later.</summary>
    public sealed record AfterOpening(TimeSpan Time) : Moment;

    /// <summary>When the program has said a word so many times.</summary>
    public sealed record AtWord(string Word, int Count) : Moment;

    /// <summary>Inside this commit, when all is written and nothing is committed.</summary>
    public sealed record InCommit(int Number) : Moment;

    /// <summary>Not at all: it works to the end.</summary>
    public sealed record Never : Moment;
}
