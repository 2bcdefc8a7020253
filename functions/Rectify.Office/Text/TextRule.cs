using System.Globalization;
using System.Text;
using Rectify.Domain.Messages;

namespace Rectify.Office.Text;

/// <summary>The one rule for text, wherever it enters: bodies, forms, tables, addresses and settings.</summary>
/// <remarks>
/// A text holds letters, marks, digits, punctuation, symbols and spaces. Control and invisible characters, those that turn the direction of
/// writing, halves of surrogate pairs, private and unassigned code points are refused and named. Line breaks and tabs are taken
/// only where several lines are asked for. What is taken is stored composed (NFC), without white space around it, with one kind of line
/// end.
/// </remarks>
public static class TextRule
{
    // Characters that count as letters or marks by their category and are invisible all the same.
    private static readonly HashSet<int> Unseen = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    // Members and columns that may have several lines; the items of a list with such a name may have several lines too.
    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "facts", "goals", "summary", "remarks", "reason", "citation", "note", "subjects", "text",
    };

    /// <summary>Whether a member, parameter or column of this name has several lines.</summary>
    public static Lines LinesOf(string member)
    {
        var name = member.Split('.')[^1];
        return Paragraphs.Contains(name.Split('[')[0]) ? Lines.Several : Lines.One;
    }

    /// <summary>What is wrong with a text, as a message that follows the name of the member; null when nothing is.</summary>
    public static Message? Refuse(string text, Lines lines)
    {
        var place = 0;
        foreach (var point in Points(text))
        {
            place++;
            if (!IsTaken(point, lines)) return Named(point, place);
        }

        return null;
    }

    /// <summary>The same message about a character that was found elsewhere.</summary>
    public static Message Named(int point, int place) =>
        TextMessages.Character.With(string.Create(CultureInfo.InvariantCulture, $"U+{point:X4}"), place);

    /// <summary>A text as it is stored.</summary>
    public static string Stored(string text) => NormalForm.C(text).ReplaceLineEndings("\n").Trim();

    /// <summary>
    /// The form in which ids, dates, numbers and names from lists are compared: spellings that look the same are equal in it.
    /// </summary>
    public static string Folded(string text) => NormalForm.Kc(text).Trim();

    /// <summary>
    /// The form in which names are compared. Names that look the same are equal in it: full-width letters become plain ones, any white
    /// space becomes one space, and invisible characters are dropped.
    /// </summary>
    public static string Look(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var rune in NormalForm.Kc(name).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) look.Append(look.Length > 0 && look[^1] != ' ' ? " " : "");
            else if (IsTaken(rune.Value, Lines.One) && !IsVariation(rune.Value)) look.Append(rune);
        }

        return look.ToString().Trim();
    }

    /// <summary>Whether a search text occurs in a name, in that form and in upper or lower case.</summary>
    public static bool Shows(string name, string part) => Look(name).Contains(Look(part), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text that an earlier version stored, for a place with one line: characters that the rule refuses become a space.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var point in Points(text))
        {
            if (!IsTaken(point, Lines.One)) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else line.Append(char.ConvertFromUtf32(point));
        }

        return line.ToString().Trim();
    }

    private static bool IsTaken(int point, Lines lines) => point switch
    {
        '\n' or '\r' or '\t' => lines == Lines.Several,
        >= ' ' and <= '~' => true,
        _ when Unseen.Contains(point) => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(point) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };

    private static bool IsVariation(int point) => point is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static IEnumerable<int> Points(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                yield return char.ConvertToUtf32(text[i], text[++i]);
            else yield return text[i];
        }
    }
}

/// <summary>How many lines a text may have.</summary>
public enum Lines
{
    /// <summary>One.</summary>
    One,

    /// <summary>Several, with tabs in them.</summary>
    Several,
}
