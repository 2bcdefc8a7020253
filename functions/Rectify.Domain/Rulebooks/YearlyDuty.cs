namespace Rectify.Domain.Rulebooks;

/// <summary>The codes of the duties that every yearly cycle has. A rulebook may add others under codes of its own.</summary>
public static class YearlyDuty
{
    /// <summary>目标责任书: the unit signs its target responsibility letter.</summary>
    public const string ResponsibilityLetter = "responsibilityLetter";

    /// <summary>述职: a responsible person reports on the year.</summary>
    public const string DutyReport = "dutyReport";

    /// <summary>考核: the supervising office assesses the unit.</summary>
    public const string Assessment = "assessment";

    /// <summary>These codes.</summary>
    public static IReadOnlyList<string> All { get; } = [ResponsibilityLetter, DutyReport, Assessment];
}
