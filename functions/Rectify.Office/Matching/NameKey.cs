using System.Text;
using System.Text.RegularExpressions;
using Rectify.Office.Text;

namespace Rectify.Office.Matching;

/// <summary>The forms in which names from a pasted list are compared with those of the register.</summary>
public static partial class NameKey
{
    private const string Dots = "·•・‧⋅∙.";
    private const string Opening = "([{〔【〈《「";
    private const string Closing = ")]}〕】〉》」";

    /// <summary>
    /// A name as it is compared: full and half width, the case of letters, spaces anywhere, the kind of the dot in names of minorities
    /// and the kind of bracket do not count.
    /// </summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in TextRule.Look(name))
        {
            if (character == ' ') continue;
            key.Append(
                Dots.Contains(character, StringComparison.Ordinal) ? '·'
                : Opening.Contains(character, StringComparison.Ordinal) ? '('
                : Closing.Contains(character, StringComparison.Ordinal) ? ')'
                : char.ToUpperInvariant(character));
        }

        return key.ToString();
    }

    /// <summary>
    /// A key that names in traditional and simplified characters, with and without an addition in brackets, have in common. Who is found
    /// by it alone is only offered.
    /// </summary>
    public static string Loose(string key) => TraditionalForms.Simplified(WithoutAddition(key));

    /// <summary>A key without an addition in brackets, such as 王伟（大）.</summary>
    public static string WithoutAddition(string key) => Addition.Replace(key, "") is { Length: > 0 } bare ? bare : key;

    /// <summary>A key without the sex and the nationality in brackets, which lists of persons add to names.</summary>
    public static string WithoutSex(string key) => Sex.Replace(key, "");

    /// <summary>
    /// The name of a unit as it is compared: as for persons, in simplified characters, and without the brackets themselves.
    /// </summary>
    public static string OfUnit(string name) => TraditionalForms.Simplified(Plain(name));

    /// <summary>The same without the change to simplified characters.</summary>
    public static string Plain(string unitName) =>
        Of(unitName).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Addition { get; }

    [GeneratedRegex(@"\((男|女|(男|女)?[,，、]?\p{IsCJKUnifiedIdeographs}{1,5}族)\)")]
    private static partial Regex Sex { get; }
}
