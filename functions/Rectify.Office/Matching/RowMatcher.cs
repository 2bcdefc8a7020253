
namespace Rectify.Office.Matching;

/// <summary>Finds whom the rows of a list mean. A false match is worse than a choice too many.</summary>
/// <remarks>
/// A row is matched when its name is borne by exactly one person or unit of the register and nothing in the row speaks against it; or when
/// several bear the name and the unit that the row names in full is the unit, now or at another time, of exactly one of them and fits no
/// other in any way. A part of a unit's name, a post, a score decide nothing.
/// </remarks>
public sealed class RowMatcher(RegisterIndex index)
{
    private readonly CandidateReader reader = new(index);

    /// <summary>Every row with whom it means, in the order of the rows.</summary>
    public IReadOnlyList<MatchedRow> Match(IEnumerable<AskedRow> rows)
    {
        var first = new Dictionary<string, MatchedRow>(StringComparer.Ordinal);
        var matched = new List<MatchedRow>();
        foreach (var row in rows)
        {
            var match = Match(row);
            var key = match is RowMatch.Matched(var one) ? index.OneOf(one.Subject).ToString() : $"\n{row.Key}";
            // Who is named twice, or under two ids, is asked about once.
            matched.Add(first.TryGetValue(key, out var before)
                ? new MatchedRow(row, match is RowMatch.Matched ? before.Match : match, before.Asked.Row)
                : first[key] = new MatchedRow(row, match, null));
        }

        return matched;
    }

    private RowMatch Match(AskedRow row)
    {
        var all = reader.Of(row);
        if (all.Count == 0) return new RowMatch.Unknown();
        return Decided(all) is { } one
            ? new RowMatch.Matched(one)
            : new RowMatch.ToChoose([.. all.Take(RowMatch.MaxCandidates)], all.Count);
    }

    private static MatchCandidate? Decided(IReadOnlyList<MatchCandidate> all)
    {
        if (all is [var only]) return !only.NeedsChoice && (only.IsNamed || only.HasUnit) ? only : null;

        return all.Where(candidate => candidate.HasUnit).ToList() is [var one] && !one.NeedsChoice
            && all.All(other => other == one || other.Why.Contains(Sign.OtherUnit))
            // Nobody is preferred to somebody whose name stands in the row as it is written.
            && (one.IsNamed || !all.Any(other => other.IsNamed))
            ? one
            : null;
    }
}
