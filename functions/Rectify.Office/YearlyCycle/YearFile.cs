using System.Globalization;
using Rectify.Domain.Identity;

namespace Rectify.Office.YearlyCycle;

/// <summary>The file under which the reminders of a year lie in the outbox, as the mails of a case lie under the case.</summary>
/// <remarks>No case has such an id: the ids of cases are hexadecimal.</remarks>
public static class YearFile
{
    private const string Prefix = "cycle-";

    /// <summary>The file of a year.</summary>
    public static CaseId Of(int year) => new($"{Prefix}{year.ToString("D4", CultureInfo.InvariantCulture)}");

    /// <summary>The year of a file; null for a case.</summary>
    public static int? YearOf(CaseId file) =>
        file.Value.Length == Prefix.Length + 4 && file.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(file.Value.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
