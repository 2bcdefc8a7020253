using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>督办函、催办函: a missed deadline is first answered with a letter that urges the unit and gives it another day.</summary>
/// <param name="Period">The time that a letter gives, counted from its day; the office may write a day of its own.</param>
/// <param name="Letters">How many letters come before what follows in the end, 1 to 5.</param>
/// <param name="Then">What follows when the day of the last letter is missed too: the next rung, a criticism or a decision.</param>
/// <param name="Source">The article, which the letter cites.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// The period is a fixed day, the number is outside its range, or letters are followed by letters.
/// </exception>
public sealed record UrgingRule(Period Period, int Letters, MissedStep Then, string Source)
{
    /// <summary>The time that a letter gives: months, days or working days.</summary>
    public Period Period { get; init; } = Limit.Length(Period)!;

    /// <summary>Letters before what follows in the end, 1 to 5.</summary>
    public int Letters { get; init; } = Limit.Checked(Letters, 1, 5);

    /// <summary>What follows in the end.</summary>
    public MissedStep Then { get; init; } = Then != MissedStep.UrgingLetter
        ? Then
        : throw new RuleException(nameof(Then), RuleMessages.LettersAfterLetters.Told());
}

/// <summary>A plan or a report that was not handed in on its day is answered with a letter that gives another day for it.</summary>
/// <param name="Period">The time that a letter gives, counted from its day; the office may write a day of its own.</param>
/// <param name="Source">The article, which the letter cites.</param>
/// <exception cref="ArgumentOutOfRangeException">The period is a fixed day.</exception>
public sealed record MilestoneUrging(Period Period, string Source)
{
    /// <summary>The time that a letter gives: months, days or working days.</summary>
    public Period Period { get; init; } = Limit.Length(Period)!;
}

/// <summary>What a letter answers.</summary>
public enum UrgedDuty
{
    /// <summary>The goal was not reached by the end of the period.</summary>
    [Words("整改任务", "rectification")]
    Rectification,

    /// <summary>The plan was not handed in.</summary>
    [Words("整改方案", "rectification plan")]
    Plan,

    /// <summary>A report was not handed in.</summary>
    [Words("整改进展报告", "progress report")]
    Report,
}
