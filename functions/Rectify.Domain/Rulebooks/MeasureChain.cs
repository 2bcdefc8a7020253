namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Checks that the measures of a rulebook fit together: after each of them something follows that the rulebook knows, so that no case is
/// left without a next step (S7, S16).
/// </summary>
internal static class MeasureChain
{
    /// <summary>The veto, after the measures below it have been checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A measure leads to one that the rulebook does not know.</exception>
    public static MeasureRule? Checked(
        MeasureRule? veto, ListingRule? listing, LadderRule? ladder, DirectVetoRule? directVeto, AssessmentVetoRule? assessmentVeto)
    {
        if (listing is null && ladder is not ({ Notice: not null } or { Talk: not null }) && directVeto is null)
            throw new RuleException(nameof(Rulebook.Listing), RuleMessages.NoMeasure.Told());
        if (veto is null && (directVeto is not null || assessmentVeto is not null))
            throw new RuleException(nameof(Rulebook.Veto), RuleMessages.NoVeto.Told());
        if (veto is null && listing is { InTheEnd: MissedStep.NextRung })
            throw new RuleException(nameof(Rulebook.Veto), RuleMessages.ListingLeadsNowhere.Told());
        if (listing is null && Top(ladder) is { InTheEnd: MissedStep.NextRung })
            throw new RuleException(nameof(Rulebook.Ladder), RuleMessages.LadderLeadsNowhere.Told());
        if (ladder?.Skips.FirstOrDefault(skip => !Knows(skip.To)) is { } skip)
            throw new RuleException(nameof(Rulebook.Ladder), RuleMessages.SkipToNone.With(skip.To));
        return veto;

        bool Knows(Rung rung) => rung switch
        {
            Rung.Veto => veto is not null,
            Rung.Listing => listing is not null,
            _ => true,
        };
    }

    /// <summary>The kinds of units, each of which is named once and with a measure of the rulebook.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A kind is named twice, or with a measure that the rulebook does not know.</exception>
    public static IReadOnlyList<UnitKindRule>? Checked(IReadOnlyList<UnitKindRule>? units, ListingRule? listing, LadderRule? ladder)
    {
        if (units?.GroupBy(rule => rule.Kind).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new RuleException(nameof(Rulebook.Units), RuleMessages.KindTwice.With(twice.Key));
        if (units?.FirstOrDefault(rule => !Knows(rule.Highest)) is { } unknown)
            throw new RuleException(nameof(Rulebook.Units), RuleMessages.KindWithoutMeasure.With(unknown.Highest, unknown.Kind));

        return units;

        bool Knows(Rung rung) => rung switch
        {
            Rung.Listing => listing is not null,
            Rung.Veto => true,
            _ => ladder?.Of(rung) is not null,
        };
    }

    private static RungRule? Top(LadderRule? ladder) => ladder?.Talk ?? ladder?.Notice;
}
