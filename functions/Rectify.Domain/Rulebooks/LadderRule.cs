namespace Rectify.Domain.Rulebooks;

/// <summary>
/// The ladder from the notice to the veto: which rungs below the listing are used, and which severities may skip rungs (S16).
/// </summary>
/// <param name="Notice">通报; null when the rulebook does not use it.</param>
/// <param name="Talk">约谈; null when the rulebook does not use it.</param>
/// <param name="Skips">Severities that may skip rungs, each at most once; a severity that is not named skips none.</param>
/// <param name="Source">Where the ladder is written.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// A severity is named twice, or leads to the notice or to a rung that is not used.
/// </exception>
public sealed record LadderRule(RungRule? Notice, RungRule? Talk, IReadOnlyList<SeveritySkip> Skips, string Source)
{
    /// <summary>Severities that may skip rungs.</summary>
    public IReadOnlyList<SeveritySkip> Skips { get; init; } = Checked(Skips, Talk);

    /// <summary>The rule of a rung below the listing; null when the rulebook does not use it, and for the rungs above.</summary>
    public RungRule? Of(Rung rung) => rung switch
    {
        Rung.Notice => Notice,
        Rung.Talk => Talk,
        _ => null,
    };

    /// <summary>The highest rung at which a matter of this severity may start; the notice when the severity skips none.</summary>
    public Rung MayStartAt(Severity severity) => Skips.FirstOrDefault(skip => skip.Severity == severity)?.To ?? Rung.Notice;

    /// <summary>
    /// The rung that follows when the goal of this one is not reached: the next rung that is used, or a higher one that the severity
    /// allows.
    /// </summary>
    /// <param name="rung">A rung below the veto.</param>
    /// <param name="severity">How grave the matter is.</param>
    public Rung After(Rung rung, Severity severity)
    {
        var next = rung == Rung.Notice && Talk is not null ? Rung.Talk : rung < Rung.Listing ? Rung.Listing : Rung.Veto;
        return MayStartAt(severity) is var higher && higher > next ? higher : next;
    }

    private static IReadOnlyList<SeveritySkip> Checked(IReadOnlyList<SeveritySkip> skips, RungRule? talk)
    {
        foreach (var (severity, to) in skips)
        {
            if (to == Rung.Notice || (to == Rung.Talk && talk is null))
                throw new RuleException(nameof(Skips), RuleMessages.SkipTo.With(WireName.Of(to), WireName.Of(severity)));
            if (skips.Count(skip => skip.Severity == severity) > 1)
                throw new RuleException(nameof(Skips), RuleMessages.SkipTwice.With(WireName.Of(severity)));
        }

        return skips;
    }
}
