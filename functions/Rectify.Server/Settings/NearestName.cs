namespace Rectify.Server.Settings;

/// <summary>Finds the existing name that was probably meant by a mistyped one.</summary>
internal static class NearestName
{
    /// <summary>
    /// The name with the fewest letters inserted, left out or replaced (edit distance, ignoring case); the first of several.
    /// </summary>
    public static string Of(string written, IEnumerable<string> names) => names.MinBy(name => Distance(written, name))!;

    private static int Distance(string written, string name)
    {
        var previous = Enumerable.Range(0, name.Length + 1).ToArray();
        var current = new int[name.Length + 1];
        for (var i = 1; i <= written.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var exchange = char.ToUpperInvariant(written[i - 1]) == char.ToUpperInvariant(name[j - 1]) ? 0 : 1;
                current[j] = Math.Min(previous[j - 1] + exchange, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[name.Length];
    }
}
