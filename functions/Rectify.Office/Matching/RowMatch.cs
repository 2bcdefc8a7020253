using Rectify.Domain.Identity;

namespace Rectify.Office.Matching;

/// <summary>Whom a row means.</summary>
public abstract record RowMatch
{
    /// <summary>How many candidates of a row are shown at most.</summary>
    public const int MaxCandidates = 20;

    private RowMatch()
    {
    }

    /// <summary>Exactly one subject, and nothing in the row speaks against it.</summary>
    /// <param name="Candidate">The subject.</param>
    public sealed record Matched(MatchCandidate Candidate) : RowMatch;

    /// <summary>A person has to choose one of several, or to confirm one.</summary>
    /// <param name="Candidates">The best first, at most <see cref="MaxCandidates"/>.</param>
    /// <param name="All">How many there are.</param>
    public sealed record ToChoose(IReadOnlyList<MatchCandidate> Candidates, int All) : RowMatch;

    /// <summary>Nobody in the register: no statement is made about this row, above all not "clear".</summary>
    public sealed record Unknown : RowMatch;

    /// <summary>Those who are shown for the row.</summary>
    public IReadOnlyList<MatchCandidate> Shown => this switch
    {
        Matched(var one) => [one],
        ToChoose(var several, _) => several,
        _ => [],
    };

    /// <summary>The shown candidate that is asked about by this subject; null when there is none.</summary>
    public MatchCandidate? Find(Subject subject) => Shown.FirstOrDefault(candidate => candidate.Subject == subject);
}

/// <summary>A row with whom it means.</summary>
/// <param name="Asked">The row.</param>
/// <param name="Match">Whom it means.</param>
/// <param name="SameAs">The number of the first row that asks the same or means the same; null for the first.</param>
public sealed record MatchedRow(AskedRow Asked, RowMatch Match, int? SameAs);
