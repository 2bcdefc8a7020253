using System.Globalization;
using Rectify.Domain.Identity;

namespace Rectify.Office.YearlyCycle;

/// <summary>
/// The id under which the outbox keeps the reminders of a year, in place of the id of a case under which other mails are kept.
/// </summary>
/// <remarks>No case has such an id: the ids of cases are hexadecimal.</remarks>
public static class YearFile
{
    private const string Prefix = "cycle-";

    /// <summary>The id of a year.</summary>
    public static CaseId Of(int year) => new($"{Prefix}{year.ToString("D4", CultureInfo.InvariantCulture)}");

    /// <summary>The year of such an id; null for the id of a case.</summary>
    public static int? YearOf(CaseId file) =>
        file.Value.Length == Prefix.Length + 4 && file.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(file.Value.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
