using Rectify.Office.Text;

namespace Rectify.Office.Register;

/// <summary>A column of a register table.</summary>
/// <param name="Name">Its English name, that of the member on the wire.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="Need">Whether a table has to have it.</param>
public sealed record RegisterColumn(string Name, string Chinese, ColumnNeed Need = ColumnNeed.Required)
{
    /// <summary>Other names under which offices keep it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Whether a cell of a header names this column. Width, case, white space, and what stands in brackets or as a mark behind the name,
    /// such as （必填） or *, do not count.
    /// </summary>
    public bool IsNamed(string header)
    {
        var key = KeyOf(header);
        return key.Length > 0 && (key == KeyOf(Name) || key == KeyOf(Chinese) || Aliases.Any(alias => key == KeyOf(alias)));
    }

    private static string KeyOf(string header)
    {
        var folded = string.Concat(TextRule.Folded(header).Where(letter => !char.IsWhiteSpace(letter))).Trim('*', ':').ToLowerInvariant();
        return folded.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? folded[..bracket] : folded;
    }
}

/// <summary>Whether a column has to be there.</summary>
public enum ColumnNeed
{
    Required,
    Optional,
}
