namespace Microsoft.DurableTask;

internal static class VersionOrder
{
    /// <summary>No version is before every version; two numbers compare as numbers, all else as text ignoring case.</summary>
    public static int Compare(string? left, string? right) =>
        (string.IsNullOrWhiteSpace(left), string.IsNullOrWhiteSpace(right)) switch
        {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            _ when System.Version.TryParse(left, out var a) && System.Version.TryParse(right, out var b) => a.CompareTo(b),
            _ => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        };
}
