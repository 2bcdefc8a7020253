using System.Runtime.CompilerServices;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Checks the numbers of a rulebook when the rulebook is read: a value with which no case could be decided is found then and not in a case.
/// </summary>
internal static class Limit
{
    public static int Checked(int value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new RuleException(name, RuleMessages.Range.With(name, least, most, value));

    // One of the two says how long a measure bars; both would contradict each other.
    public static int? SanctionMonths(int? months, SanctionLength? length) => (months, length) switch
    {
        (null, _) => null,
        ({ } count, null) => Checked(count, 1, Period.Months.Max, "SanctionMonths"),
        _ => throw new RuleException("Sanction", RuleMessages.TwoUnits.With("sanctionMonths", "sanction")),
    };

    public static SanctionLength? LengthOf(int? months) => months is { } count ? new SanctionLength.Months(count) : null;

    public static int? Optional(int? value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is { } given ? Checked(given, least, most, name) : null;

    // Letters have a rule that says what follows them, and the rule is there for letters only.
    public static MissedStep? Missed(MissedStep? missed, UrgingRule? urging) => (missed, urging) switch
    {
        (MissedStep.UrgingLetter, null) => throw new RuleException("Missed", RuleMessages.LettersWithoutRule.Told()),
        (not MissedStep.UrgingLetter, not null) => throw new RuleException("Urging", RuleMessages.RuleWithoutLetters.Told()),
        _ => missed,
    };

    // Nobody is left in doubt for longer than a quarter of a year.
    public static int? Applications(int? applicationWorkingDays) => applicationWorkingDays is { } days
        ? Checked(days, 1, 60, "ApplicationWorkingDays")
        : null;

    // A time is given as a number in the usual unit or as a period in another, never as both.
    public static int? OneUnit(
        int? count, Period? period, int most, [CallerArgumentExpression(nameof(count))] string name = "",
        [CallerArgumentExpression(nameof(period))] string other = "") => (count, period) switch
        {
            (null, _) => null,
            ({ } value, null) => Checked(value, 1, most, name),
            _ => throw new RuleException(other, RuleMessages.TwoUnits.With(name, other)),
        };

    // A rule gives a length, which each case counts from its own day.
    public static Period? Length(Period? period, [CallerArgumentExpression(nameof(period))] string name = "") =>
        period is Period.Until(var day) ? throw new RuleException(name, RuleMessages.FixedDay.With(name, $"{day:yyyy-MM-dd}")) : period;

    public static IReadOnlyList<int> Checked(
        IReadOnlyList<int> values, int least, int most, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach (var value in values) Checked(value, least, most, name);
        return values;
    }
}
