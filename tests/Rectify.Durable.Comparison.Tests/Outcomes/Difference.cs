namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>Finds in what two outcomes differ.</summary>
internal static class Difference
{
    private const string Missing = "(not told)";

    /// <summary>Fails with both sides of every field that differs and is not expected to, or does not differ as expected.</summary>
    public static void AssertNone(IReadOnlyList<Field> theirs, IReadOnlyList<Field> ours, IReadOnlyList<KnownDifference.Expectation> known)
    {
        var expected = known.SelectMany(one => one.Fields).ToDictionary(one => one.Field);
        var names = theirs.Concat(ours).Select(field => field.Name).Concat(expected.Keys).Distinct();
        var wrong = new List<string>();
        foreach (var name in names)
        {
            var (their, our) = (Find(theirs, name), Find(ours, name));
            var right = expected.TryGetValue(name, out var one) ? (their, our) == (one.Theirs, one.Ours) : their == our;
            if (!right)
            {
                var wanted = one.Field is null ? "" : $"\n  known: Microsoft's {one.Theirs}, ours {one.Ours}";
                wrong.Add($"{name}\n  Microsoft's: {their}\n  ours:        {our}{wanted}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Find(IReadOnlyList<Field> fields, string name) =>
        fields.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault(Missing);
}
