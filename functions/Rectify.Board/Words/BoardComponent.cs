using Microsoft.AspNetCore.Components;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Words;

/// <summary>
/// The base of the board's components, with texts in the reader's language. Both wordings are written where they are used.
/// </summary>
public abstract class BoardComponent : ComponentBase
{
    /// <summary>The reader's language.</summary>
    [CascadingParameter]
    public Language Language { get; set; }

    /// <summary>The wording in the reader's language.</summary>
    protected string T(string chinese, string english) => Language == Language.English ? english : chinese;

    /// <summary>A day: 2026年9月30日, or 2026-09-30 in English.</summary>
    protected string Day(DateOnly day) => Dates.Day(day, Language);

    /// <summary>A day, or a dash when there is none.</summary>
    protected string Day(DateOnly? day) => day is { } known ? Day(known) : "—";

    /// <summary>An instant in China's local time, to the minute.</summary>
    protected string Moment(DateTimeOffset instant) => Dates.Moment(instant, Language);

    /// <summary>The level of a body in parentheses, to stand after its name; empty where none is named.</summary>
    protected string LevelOf(UnitLevel? level) =>
        level is { } known ? T($"（{Names.Of(known, Language)}）", $" ({Names.Of(known, Language)})") : "";
}
