using System.Runtime.CompilerServices;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Checks the numbers of a rulebook when the rulebook is read: a value with which no case could be decided is found then and not in a case.
/// </summary>
internal static class Limit
{
    public static int Checked(int value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, $"{name} is {least} to {most}; got {value}.");

    // Nobody is left in doubt for longer than a quarter of a year.
    public static int? Applications(int? applicationWorkingDays) => applicationWorkingDays is { } days
        ? Checked(days, 1, 60, "ApplicationWorkingDays")
        : null;

    public static IReadOnlyList<int> Checked(
        IReadOnlyList<int> values, int least, int most, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach (var value in values) Checked(value, least, most, name);
        return values;
    }
}
