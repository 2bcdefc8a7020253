namespace Rectify.Office.Requests;

/// <summary>The condition that the stored entry has to meet before a request may replace it.</summary>
public sealed class Precondition
{
    private readonly Demand demand;

    // Null when any entry is accepted.
    private readonly IReadOnlyCollection<string>? tags;

    private Precondition(Demand demand, IReadOnlyCollection<string>? tags = null) => (this.demand, this.tags) = (demand, tags);

    private enum Demand
    {
        Nothing,
        Absence,
        Presence,
    }

    /// <summary>No condition.</summary>
    public static Precondition None { get; } = new(Demand.Nothing);

    /// <summary>No entry may exist yet.</summary>
    public static Precondition Absent { get; } = new(Demand.Absence);

    /// <summary>An entry has to exist.</summary>
    public static Precondition Present { get; } = new(Demand.Presence);

    /// <summary>An entry with one of these tags has to exist (<see cref="EntryTag"/>).</summary>
    public static Precondition OneOf(IReadOnlyCollection<string> tags) => new(Demand.Presence, tags);

    /// <summary>Whether there is no condition.</summary>
    public bool IsNone => demand == Demand.Nothing;

    /// <summary>Whether the stored entry, null for none, meets the condition.</summary>
    public bool Allows<T>(T? standing) where T : class => demand switch
    {
        Demand.Absence => standing is null,
        Demand.Presence => standing is not null && (tags is null || tags.Contains(EntryTag.Of(standing))),
        _ => true,
    };

    /// <summary>The refusal of a request whose condition the stored entry does not meet.</summary>
    public static Problem Failed<T>(T? standing) where T : class => Problem.Of(
        ProblemKind.ConditionFailed, ProblemTitles.EntryChanged,
        standing is null ? RequestMessages.NoEntry : RequestMessages.PresentTag.With(EntryTag.Of(standing)));
}
