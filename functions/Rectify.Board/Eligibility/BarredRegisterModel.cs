using System.Globalization;

namespace Rectify.Board.Eligibility;

/// <summary>受限名单: everybody who is barred or pending on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="AsOf">The instant of the ledger, UTC.</param>
/// <param name="IsPast">Whether an instant was asked for; otherwise it is that of the question.</param>
/// <param name="Answers">The subjects, by id.</param>
/// <param name="Table">The address of the same as a table.</param>
public sealed record BarredRegisterModel(
    DateOnly On, DateTimeOffset AsOf, bool IsPast, IReadOnlyList<SubjectAnswer> Answers, string Table)
{
    /// <summary>The forms in which a browser sends a local time.</summary>
    public static string[] TimeForms { get; } = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The instant as the field of the form shows it; empty when none was asked for.</summary>
    public string AsOfField => IsPast
        ? AsOf.ToOffset(TimeSpan.FromHours(8)).ToString(TimeForms[1], CultureInfo.InvariantCulture)
        : "";
}
