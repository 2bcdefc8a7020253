namespace Rectify.Office.Requests;

/// <summary>What a caller demands of the entry that a request would replace.</summary>
public sealed class Precondition
{
    private readonly Demand demand;

    // Any entry will do where this is null.
    private readonly IReadOnlyCollection<string>? tags;

    private Precondition(Demand demand, IReadOnlyCollection<string>? tags = null) => (this.demand, this.tags) = (demand, tags);

    private enum Demand
    {
        Nothing,
        Absence,
        Presence,
    }

    /// <summary>The caller takes whatever stands there.</summary>
    public static Precondition None { get; } = new(Demand.Nothing);

    /// <summary>Nothing stands there yet.</summary>
    public static Precondition Absent { get; } = new(Demand.Absence);

    /// <summary>Something stands there.</summary>
    public static Precondition Present { get; } = new(Demand.Presence);

    /// <summary>What stands there has one of these tags (<see cref="EntryTag"/>).</summary>
    public static Precondition OneOf(IReadOnlyCollection<string> tags) => new(Demand.Presence, tags);

    /// <summary>The caller takes whatever stands there.</summary>
    public bool IsNone => demand == Demand.Nothing;

    /// <summary>Whether what stands there, null for nothing, is what the caller demands.</summary>
    public bool Allows<T>(T? standing) where T : class => demand switch
    {
        Demand.Absence => standing is null,
        Demand.Presence => standing is not null && (tags is null || tags.Contains(EntryTag.Of(standing))),
        _ => true,
    };

    /// <summary>The refusal of a request whose demand is not met by what stands there.</summary>
    public static Problem Failed<T>(T? standing) where T : class => Problem.Of(
        ProblemKind.ConditionFailed, ProblemTitles.EntryChanged,
        standing is null ? RequestMessages.NoEntry : RequestMessages.PresentTag.With(EntryTag.Of(standing)));
}
