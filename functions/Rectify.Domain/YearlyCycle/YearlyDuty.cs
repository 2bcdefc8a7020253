namespace Rectify.Domain.YearlyCycle;

/// <summary>What is owed for a year.</summary>
public enum YearlyDuty
{
    /// <summary>目标责任书: the unit signs its target responsibility letter.</summary>
    ResponsibilityLetter,

    /// <summary>述职: a responsible person reports on the year.</summary>
    DutyReport,

    /// <summary>考核: the supervising office assesses the unit.</summary>
    Assessment,
}
