using System.Text.Json.Serialization;

namespace Rectify.Domain.Rulebooks;

/// <summary>What is owed for every year: the target responsibility letter, the reports on duty, the assessment.</summary>
/// <param name="ResponsibilityLetter">目标责任书: until when a unit has signed its letter.</param>
/// <param name="DutyReport">述职: until when those who report have handed their report in.</param>
/// <param name="Assessment">考核: until when the office has decided the unit's result.</param>
/// <param name="Reporters">Whose report is owed.</param>
/// <param name="DaysBefore">
/// Offsets before the last day, in days, 0 to 366, at which those who owe are reminded; 0 is the day itself (D10).
/// </param>
/// <param name="DaysAfter">
/// Offsets after the last day, in days, 1 to 366, at which they and the supervising office are told that it is overdue.
/// </param>
/// <param name="At">Local time of day at which these mails go out.</param>
/// <param name="Source">Where the yearly cycle is written; what the source leaves open is among the rulebook's choices.</param>
/// <param name="Duties">
/// What else is owed, each under a code of its own, in the order in which it is shown; null for nothing else.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">An offset is outside its range, or a code stands twice.</exception>
public sealed record YearlyCycleRule(
    YearlyDueRule ResponsibilityLetter,
    YearlyDueRule DutyReport,
    YearlyDueRule Assessment,
    IReadOnlyList<Responsibility> Reporters,
    IReadOnlyList<int> DaysBefore,
    IReadOnlyList<int> DaysAfter,
    TimeOnly At,
    string Source,
    IReadOnlyList<YearlyDutyRule>? Duties = null)
{
    /// <summary>What else is owed, each under a code of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<YearlyDutyRule>? Duties { get; init; } = Checked(Duties);

    /// <summary>Everything that is owed for a year, in the order in which it is shown.</summary>
    [JsonIgnore]
    public IReadOnlyList<YearlyDutyRule> Table =>
    [
        new(YearlyDuty.ResponsibilityLetter, "目标责任书", "responsibility letter", ResponsibilityLetter, DutyOwer.Unit, Source),
        new(YearlyDuty.DutyReport, "述职", "duty report", DutyReport, DutyOwer.Reporters, Source),
        new(YearlyDuty.Assessment, "年度考核", "assessment", Assessment, DutyOwer.Office, Source),
        .. Duties ?? [],
    ];

    /// <summary>The duty with this code, or null.</summary>
    public YearlyDutyRule? Find(string code) => Table.FirstOrDefault(duty => duty.Code == code);

    /// <summary>Offsets before the last day, in days.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = Limit.Checked(DaysBefore, 0, 366);

    /// <summary>Offsets after the last day, in days.</summary>
    public IReadOnlyList<int> DaysAfter { get; init; } = Limit.Checked(DaysAfter, 1, 366);

    private static IReadOnlyList<YearlyDutyRule>? Checked(IReadOnlyList<YearlyDutyRule>? duties) =>
        duties?.Select(duty => duty.Code).Concat(YearlyDuty.All).GroupBy(code => code).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new RuleException(nameof(Duties), RuleMessages.DutyTwice.With(twice.Key))
            : duties;
}
