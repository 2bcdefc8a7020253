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
            throw Unfit("Listing", "A rulebook knows one measure at least: a listing, a notice, a talk or a direct veto; got none.");
        if (veto is null && (directVeto is not null || assessmentVeto is not null))
            throw Unfit("Veto", "A rulebook with directVeto or assessmentVeto says how long a veto bars; got no veto.");
        if (veto is null && listing is { Missed: null or MissedStep.NextRung })
            throw Unfit("Listing.Missed", "Without a veto a missed listing ends in criticism or decision; got nextRung. (S7)");
        if (listing is null && Top(ladder) is { Missed: null or MissedStep.NextRung })
            throw Unfit("Ladder", "Without a listing the highest rung ends in criticism or decision when it is missed; got nextRung. (S16)");
        if (ladder?.Skips.FirstOrDefault(skip => !Knows(skip.To)) is { } skip)
            throw Unfit("Ladder.Skips", $"A severity leads to a measure of the rulebook; got {WireName.Of(skip.To)}. (S16)");
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
            throw Unfit("Units", $"A kind of unit stands once; got {WireName.Of(twice.Key)} {twice.Count()} times. (S20)");
        if (units?.FirstOrDefault(rule => !Knows(rule.Highest)) is { } unknown)
        {
            throw Unfit("Units", $"The highest measure for a kind of unit is one of the rulebook; got {WireName.Of(unknown.Highest)} "
                + $"for {WireName.Of(unknown.Kind)}. (S20)");
        }

        return units;

        bool Knows(Rung rung) => rung switch
        {
            Rung.Listing => listing is not null,
            Rung.Veto => true,
            _ => ladder?.Of(rung) is not null,
        };
    }

    private static RungRule? Top(LadderRule? ladder) => ladder?.Talk ?? ladder?.Notice;

    private static ArgumentOutOfRangeException Unfit(string member, string rule) => new(member, rule);
}
