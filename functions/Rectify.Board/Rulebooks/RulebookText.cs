using Rectify.Domain.Messages;
using Rectify.Office.Rulebooks;

namespace Rectify.Board.Rulebooks;

/// <summary>The words for what the office did with a rulebook.</summary>
internal static class RulebookText
{
    /// <summary>A period in which a rulebook counts.</summary>
    public static string Period(RulebookPeriodView period, Language language) => (period.Until, language) switch
    {
        ({ } until, Language.English) => $"{Dates.Day(period.Since, language)} to {Dates.Day(until, language)}",
        (null, Language.English) => $"from {Dates.Day(period.Since, language)}",
        ({ } until, _) => $"{Dates.Day(period.Since, language)}至{Dates.Day(until, language)}",
        _ => $"{Dates.Day(period.Since, language)}起",
    };

    /// <summary>Where a rulebook comes from.</summary>
    public static string Origin(RulebookEditionView book, Language language) => (book.Loaded, language) switch
    {
        ({ } loaded, Language.English) => $"loaded by {loaded.By}, {Dates.Moment(loaded.At, language)}",
        ({ } loaded, _) => $"{loaded.By} 载入，{Dates.Moment(loaded.At, language)}",
        (null, Language.English) => "comes with the program",
        _ => "随程序提供",
    };

    /// <summary>Who decided something, when and why.</summary>
    public static string Act(RulebookActView act, Language language) => language == Language.English
        ? $"{act.By}, {Dates.Moment(act.At, language)}: {act.Reason}"
        : $"{act.By}，{Dates.Moment(act.At, language)}：{act.Reason}";
}
