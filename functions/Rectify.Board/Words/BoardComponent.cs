using Microsoft.AspNetCore.Components;
using Rectify.Domain.Messages;

namespace Rectify.Board.Words;

/// <summary>A component that speaks the reader's language. Both wordings stand where they are used.</summary>
public abstract class BoardComponent : ComponentBase
{
    /// <summary>The reader's language.</summary>
    [CascadingParameter]
    public Language Language { get; set; }

    /// <summary>The one of the two wordings that the reader reads.</summary>
    protected string T(string chinese, string english) => Language == Language.English ? english : chinese;

    /// <summary>A day: 2026年9月30日, or 2026-09-30 in English.</summary>
    protected string Day(DateOnly day) => Dates.Day(day, Language);

    /// <summary>A day, or a dash when there is none.</summary>
    protected string Day(DateOnly? day) => day is { } known ? Day(known) : "—";

    /// <summary>An instant as local time in China, to the minute.</summary>
    protected string Moment(DateTimeOffset instant) => Dates.Moment(instant, Language);
}
