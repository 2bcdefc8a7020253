namespace Rectify.Server.Settings;

/// <summary>Of names that exist, the one that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name that is reached with the fewest letters put in, left out or exchanged; the first of equals.</summary>
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
