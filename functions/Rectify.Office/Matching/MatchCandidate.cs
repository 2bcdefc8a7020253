using Rectify.Domain.Identity;

namespace Rectify.Office.Matching;

/// <summary>Somebody whom a row may mean. It holds what is needed to recognise a person, and nothing else of the register.</summary>
/// <param name="Subject">By which the candidate is asked about. Of a person with several ids it is the one with the latest post.</param>
/// <param name="Name">Name in the register.</param>
/// <param name="Unit">Unit of the post below; of a unit the one above it; null when there is none.</param>
/// <param name="Post">The post by which the row knows the person, otherwise the main post; null for a unit.</param>
/// <param name="Since">First day in that post; null for a unit.</param>
/// <param name="Score">Points of the signs, from 0 to 100, for the order; they decide nothing.</param>
/// <param name="Why">What speaks for the candidate and what against.</param>
public sealed record MatchCandidate(
    Subject Subject, string Name, string? Unit, string? Post, DateOnly? Since, int Score, IReadOnlyList<Sign> Why)
{
    /// <summary>Whether a sign forbids to take this candidate without a choice.</summary>
    internal bool NeedsChoice => Why.Any(sign => sign.NeedsChoice());

    /// <summary>Whether the row names the unit in full, now or at another time.</summary>
    internal bool HasUnit => Why.Any(sign => sign is Sign.Unit or Sign.UnitAtOtherTime);

    /// <summary>Whether the row names the candidate's id, or bears the name as it is written.</summary>
    internal bool IsNamed => Why.Any(sign => sign is Sign.Id or Sign.Name);

    internal static int Scored(IEnumerable<Sign> signs) => Math.Clamp(signs.Sum(SignWeights.Points), 0, 100);
}
