namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>A difference that is meant, and why.</summary>
internal sealed record KnownDifference(string Reason)
{
    /// <summary>The fields in which the difference shows; everything else must be the same.</summary>
    public Expectation Shows(params (string Field, string Theirs, string Ours)[] fields) => new(this, fields);

    internal sealed record Expectation(KnownDifference Difference, IReadOnlyList<(string Field, string Theirs, string Ours)> Fields);
}
