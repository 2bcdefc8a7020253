using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>A row of the table of what is owed for every year, such as the year-end summary (年终工作总结, S19).</summary>
/// <param name="Code">Its code in requests and records: a letter a-z, then letters and digits, up to 32 in all.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Due">Until when it is owed.</param>
/// <param name="Owes">Who owes it.</param>
/// <param name="Source">Where it is written; the reminder cites it.</param>
/// <param name="DaysBefore">Offsets in days before the last day at which those who owe are reminded; null for those of the cycle.</param>
/// <param name="DaysAfter">Offsets in days after the last day; null for those of the cycle.</param>
/// <exception cref="ArgumentOutOfRangeException">The code has another form, or an offset is outside its range.</exception>
public sealed partial record YearlyDutyRule(
    string Code, string Chinese, string English, YearlyDueRule Due, DutyOwer Owes, string Source,
    IReadOnlyList<int>? DaysBefore = null, IReadOnlyList<int>? DaysAfter = null)
{
    /// <summary>The code.</summary>
    public string Code { get; init; } = CodeForm.IsMatch(Code)
        ? Code
        : throw new RuleException(nameof(Code), RuleMessages.DutyCode.With(Code));

    /// <summary>Offsets before the last day, in days, 0 to 366, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? DaysBefore { get; init; } = DaysBefore is null ? null : Limit.Checked(DaysBefore, 0, 366);

    /// <summary>Offsets after the last day, in days, 1 to 366, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? DaysAfter { get; init; } = DaysAfter is null ? null : Limit.Checked(DaysAfter, 1, 366);

    /// <summary>Its name in both languages.</summary>
    [JsonIgnore]
    public Bilingual Words => (Chinese, English);

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,31}\z")]
    private static partial Regex CodeForm { get; }
}

/// <summary>Who owes something for a year.</summary>
public enum DutyOwer
{
    /// <summary>The unit.</summary>
    [Words("单位", "the unit")]
    Unit,

    /// <summary>Each of the unit's responsible persons who report (<see cref="YearlyCycleRule.Reporters"/>).</summary>
    [Words("述职人员", "each person who reports")]
    Reporters,

    /// <summary>The supervising office, about each unit.</summary>
    [Words("主管机关", "the supervising office")]
    Office,
}
