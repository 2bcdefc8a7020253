using System.Text.RegularExpressions;
using Rectify.Domain.Identity;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Office.Matching;

/// <summary>What a cell of a pasted list is, as far as the register knows it.</summary>
[Flags]
internal enum CellKind
{
    /// <summary>Some text.</summary>
    Text = 0,

    /// <summary>Nothing by which anybody is found.</summary>
    Ignored = 1,

    /// <summary>An id with its kind, <c>official:o-1</c>.</summary>
    WholeId = 2,

    /// <summary>An id of the register without its kind.</summary>
    BareId = 4,

    /// <summary>The name of a person of the register.</summary>
    Person = 8,

    /// <summary>A unit of the register, or its beginning followed by something else.</summary>
    Unit = 16,

    /// <summary>A post of the register.</summary>
    Post = 32,

    /// <summary>It has the form of a person's name.</summary>
    LikeName = 64,
}

/// <summary>Tells what the cells of a pasted list are.</summary>
internal sealed partial class CellReader(RegisterIndex index)
{
    public CellKind KindOf(string cell)
    {
        if (WholeId(cell) is not null) return CellKind.WholeId;

        var key = NameKey.Of(cell);
        if (key.Length == 0 || Personal.IsMatch(key)) return CellKind.Ignored;
        var kind = CellKind.Text;
        if (index.Bearing(key).Any() || index.BearingLoosely(key).Any()) kind |= CellKind.Person;
        if (index.WithId(cell).Any()) kind |= CellKind.BareId;
        if (index.Units.Read(cell).IsKnown) kind |= CellKind.Unit;
        if (index.IsPost(key)) kind |= CellKind.Post;
        if (kind == CellKind.Text && Numbers.IsMatch(key)) return CellKind.Ignored;
        if (kind is CellKind.Text && Name.IsMatch(NameKey.WithoutAddition(key))) kind = CellKind.LikeName;
        return kind;
    }

    /// <summary>The subject whose id with its kind the cell is; null for anything else.</summary>
    public static Subject? WholeId(string cell) =>
        Subject.Parse(TextRule.Folded(cell)) is { } subject && IdForm.Refuse("id", subject.IdText) is null ? subject : null;

    /// <summary>The words of a record that only spaces separate, as cells: name, unit and post in whatever order.</summary>
    /// <remarks>Spaces stand in names too, above all in those of two characters, which are spaced out to the width of three.</remarks>
    public IReadOnlyList<string> Words(string record)
    {
        var words = record.Split((char[])[' ', '　', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || Has(record, CellKind.Person) || index.Units.Read(record) is { IsKnown: true, Post: null }) return [record];

        for (var count = words.Length - 1; count > 0; count--)
        {
            if (Has(string.Concat(words[..count]), CellKind.Person)) return [string.Concat(words[..count]), .. words[count..]];
            if (Has(string.Concat(words[^count..]), CellKind.Person)) return [string.Concat(words[^count..]), .. words[..^count]];
        }

        // Nobody of that name: the word that is a unit is kept apart, so that the row shows the name.
        var unit = Array.FindIndex(words, word => Has(word, CellKind.Unit));
        return unit < 0 ? [record]
            : unit == 0 ? [string.Concat(words[1..]), words[0]]
            : [string.Concat(words[..unit]), .. words[unit..]];
    }

    /// <summary>A cell without the number of the row before it: 1. 张三.</summary>
    public static string WithoutNumber(string cell) => Enumeration.Replace(cell, "");

    private bool Has(string text, CellKind kinds) => (KindOf(text) & kinds) != 0;

    [GeneratedRegex(@"^[（(]?\s*[0-9０-９]{1,4}\s*([)）、．]|\.(?![0-9]))\s*(?=\S)")]
    private static partial Regex Enumeration { get; }

    [GeneratedRegex(
        @"^(男|女|\p{IsCJKUnifiedIdeographs}{1,5}族|(中共)?(预备)?党员|共青?团员|群众|民主党派|无党派(人士)?"
        + "|(大学)?本科|大专|中专|高中|初中|研究生|大学|硕士|博士|学士|(硕士|博士)研究生)\\z")]
    private static partial Regex Personal { get; }

    [GeneratedRegex(@"^[0-9·/:\-+()年月日岁X]+\z")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}{2,4}|\p{IsCJKUnifiedIdeographs}+·[\p{IsCJKUnifiedIdeographs}·]+|[A-Z·\-']{2,40})\z")]
    private static partial Regex Name { get; }
}
