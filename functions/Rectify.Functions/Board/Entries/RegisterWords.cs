using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Register;

namespace Rectify.Functions.Board.Entries;

/// <summary>The words of the register in both languages.</summary>
internal static class RegisterWords
{
    /// <summary>The kinds of units to choose from.</summary>
    public static IReadOnlyList<Option> Kinds { get; } =
        [.. Enum.GetValues<UnitKind>().Select(kind => new Option(WireName.Of(kind), Of(kind)))];

    /// <summary>The levels of units to choose from.</summary>
    public static IReadOnlyList<Option> Levels { get; } =
        [.. Enum.GetValues<UnitLevel>().Select(level => new Option(WireName.Of(level), Of(level)))];

    public static Bilingual Of(UnitKind kind) => (Names.Of(kind, Language.Chinese), Names.Of(kind, Language.English));

    public static Bilingual Of(UnitLevel level) => (UnitTableFormat.Levels[level], WireName.Of(level));

    public static Bilingual Of(DateOnly day) =>
        (Dates.Day(day, Language.Chinese), Dates.Day(day, Language.English));

    public static Bilingual Of(MailLanguage language) =>
        Bilingual.Same(language == MailLanguage.English ? "English" : "中文");

    public static Bilingual? Of(string? text) => text is null ? null : Bilingual.Same(text);
}
