using System.Diagnostics;

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

    /// <summary>The grounds, each of which has a code of its own and leads to measures of the rulebook.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code stands twice, or a ground leads to no measure of the rulebook.</exception>
    public static IReadOnlyList<GroundRule>? Checked(
        IReadOnlyList<GroundRule>? grounds, MeasureRule? veto, ListingRule? listing, LadderRule? ladder)
    {
        if (grounds?.GroupBy(rule => rule.Code, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RuleException(nameof(Rulebook.Grounds), RuleMessages.GroundTwice.With(twice.Key));
        foreach (var rule in grounds ?? [])
        {
            if (rule.LeadsTo is { Count: 0 })
                throw new RuleException(nameof(Rulebook.Grounds), RuleMessages.GroundLeadsNowhere.With(rule.Code));
            foreach (var rung in rule.LeadsTo ?? [])
            {
                if (!Knows(rung, veto, listing, ladder))
                    throw new RuleException(nameof(Rulebook.Grounds), RuleMessages.GroundWithoutMeasure.With(rule.Code, rung));
            }
        }

        return grounds;
    }

    /// <summary>The triggers, which count measures of the rulebook and propose such as an office may open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A measure is counted or proposed that the rulebook does not know.</exception>
    public static IReadOnlyList<CountingTrigger>? Checked(
        IReadOnlyList<CountingTrigger>? triggers, DirectVetoRule? directVeto, ListingRule? listing, LadderRule? ladder)
    {
        foreach (var trigger in triggers ?? [])
        {
            foreach (var counted in trigger.Counts)
            {
                if (RungOf(counted) is { } rung && !Knows(rung, null, listing, ladder))
                    throw new RuleException(nameof(Rulebook.Triggers), RuleMessages.CountsUnknown.With(counted));
            }

            if (trigger.Proposes is { } proposed && !MayBeOpened(proposed))
                throw new RuleException(nameof(Rulebook.Triggers), RuleMessages.ProposesUnknown.With(proposed));
        }

        return triggers;

        bool MayBeOpened(Rung rung) => rung == Rung.Veto ? directVeto is not null : Knows(rung, null, listing, ladder);
    }

    /// <summary>Who decides, each measure of the rulebook once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A measure stands twice, is not known, or nobody may propose it.</exception>
    public static IReadOnlyList<DeciderRule>? Checked(
        IReadOnlyList<DeciderRule>? deciders, MeasureRule? veto, DirectVetoRule? directVeto, ListingRule? listing, LadderRule? ladder)
    {
        if (deciders?.GroupBy(rule => rule.Measure).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RuleException(nameof(Rulebook.Deciders), RuleMessages.DeciderTwice.With(twice.Key));
        foreach (var rule in deciders ?? [])
        {
            if (!Knows(rule.Measure, veto, listing, ladder))
                throw new RuleException(nameof(Rulebook.Deciders), RuleMessages.DeciderWithoutMeasure.With(rule.Measure));
            if (rule.ProposedFrom is not null && (rule.Measure != Rung.Veto || directVeto?.ProposalSource is null))
                throw new RuleException(nameof(Rulebook.Deciders), RuleMessages.ProposerWithoutProposal.With(rule.Measure));
        }

        return deciders;
    }

    /// <summary>The measure that is counted; null for a failed assessment.</summary>
    public static Rung? RungOf(Counted counted) => counted switch
    {
        Counted.Notice => Rung.Notice,
        Counted.Talk => Rung.Talk,
        Counted.Listing => Rung.Listing,
        Counted.FailedAssessment => null,
        _ => throw new UnreachableException(counted.ToString()),
    };

    private static bool Knows(Rung rung, MeasureRule? veto, ListingRule? listing, LadderRule? ladder) => rung switch
    {
        Rung.Veto => veto is not null,
        Rung.Listing => listing is not null,
        _ => ladder?.Of(rung) is not null,
    };

    private static RungRule? Top(LadderRule? ladder) => ladder?.Talk ?? ladder?.Notice;
}
