namespace Rectify.Domain.Assessments;

/// <summary>连续两年考核不合格: the ground V3 for a veto.</summary>
/// <remarks>
/// Each year that failed directly after a failed year is a ground of its own: of 2024, 2025 and 2026 the last two are. The order of
/// entering decides nothing, only what stands of each year.
/// </remarks>
/// <param name="First">The earlier year.</param>
/// <param name="Second">The year after it.</param>
public sealed record TwoFailedYears(FailedYear First, FailedYear Second)
{
    /// <summary>The day from which the ground exists: both results are decided (S3).</summary>
    public DateOnly DecidedOn => First.DecidedOn > Second.DecidedOn ? First.DecidedOn : Second.DecidedOn;

    /// <summary>The same ground: neither of its years was corrected in between.</summary>
    public bool IsSameAs(TwoFailedYears other) => First.IsSameAs(other.First) && Second.IsSameAs(other.Second);

    /// <summary>Every ground in what was entered about one unit, by its second year.</summary>
    /// <param name="entries">All entries of the unit, in the order of their revisions.</param>
    public static IReadOnlyList<TwoFailedYears> In(IEnumerable<AssessmentEntry> entries)
    {
        var failed = entries.GroupBy(entry => entry.Year).Select(Standing).OfType<FailedYear>().ToDictionary(year => year.Year);
        return
        [
            .. from second in failed.Values
               where failed.ContainsKey(second.Year - 1)
               orderby second.Year
               select new TwoFailedYears(failed[second.Year - 1], second),
        ];
    }

    // A correction of remarks or number leaves the failure the same; one of result or day makes it another.
    private static FailedYear? Standing(IEnumerable<AssessmentEntry> ofYear)
    {
        var entries = ofYear.ToList();
        var last = entries[^1];
        var since = entries.AsEnumerable().Reverse().TakeWhile(entry => entry.FindsTheSameAs(last)).Last();
        return last.Result == AssessmentResult.Failed ? new FailedYear(last.Year, last.DecidedOn, last.DocumentNumber, since.Revision)
            : null;
    }
}
