using System.Runtime.CompilerServices;

namespace Rectify.Domain.Rulebooks;

/// <summary>A rulebook is data: a value that no case could be decided with is found when it is read, not in the case.</summary>
internal static class Limit
{
    public static int Checked(int value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, $"{name} is {least} to {most}; got {value}.");

    public static IReadOnlyList<int> Checked(
        IReadOnlyList<int> values, int least, int most, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach (var value in values) Checked(value, least, most, name);
        return values;
    }
}
