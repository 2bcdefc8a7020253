using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>A grade of the yearly assessment, such as 优秀, 合格, 不合格 (HN16 20: three grades).</summary>
/// <param name="Code">Its code in requests and records: a letter a-z, then letters and digits, up to 32 in all.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Counts">Whether a year with this grade counts as failed (V3).</param>
/// <param name="Source">The article.</param>
/// <exception cref="ArgumentOutOfRangeException">The code has another form.</exception>
public sealed partial record AssessmentGrade(string Code, string Chinese, string English, GradeCounts Counts, string Source)
{
    /// <summary>The code.</summary>
    public string Code { get; init; } = CodeForm.IsMatch(Code)
        ? Code
        : throw new RuleException(nameof(Code), RuleMessages.DutyCode.With(Code));

    /// <summary>Its name in both languages.</summary>
    [JsonIgnore]
    public Bilingual Words => (Chinese, English);

    /// <summary>The grades, each of which has a code of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code stands twice.</exception>
    internal static IReadOnlyList<AssessmentGrade>? Checked(IReadOnlyList<AssessmentGrade>? grades) =>
        grades?.GroupBy(grade => grade.Code).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
            ? throw new RuleException(nameof(Rulebook.AssessmentGrades), RuleMessages.GradeTwice.With(twice))
            : grades;

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,31}\z")]
    private static partial Regex CodeForm { get; }
}

/// <summary>What a grade counts as when failed years are counted (V3).</summary>
public enum GradeCounts
{
    /// <summary>合格.</summary>
    [Words("合格", "passed")]
    Passed,

    /// <summary>不合格.</summary>
    [Words("不合格", "failed")]
    Failed,
}
