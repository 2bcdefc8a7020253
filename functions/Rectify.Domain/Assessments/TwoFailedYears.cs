namespace Rectify.Domain.Assessments;

/// <summary>连续两年考核不合格: the ground V3 for a veto.</summary>
/// <remarks>
/// Every failed year that directly follows a failed year makes a ground of its own: when 2024, 2025 and 2026 failed, 2024 with 2025 is one
/// ground and 2025 with 2026 another. Only the latest entry about each year counts; the order in which the years were entered does not
/// matter.
/// </remarks>
/// <param name="First">The earlier year.</param>
/// <param name="Second">The year after it.</param>
public sealed record TwoFailedYears(FailedYear First, FailedYear Second)
{
    /// <summary>The day from which the ground exists: the later of the two decisions (S3).</summary>
    public DateOnly DecidedOn => First.DecidedOn > Second.DecidedOn ? First.DecidedOn : Second.DecidedOn;

    /// <summary>Whether both are the same ground: neither of its years was corrected in between.</summary>
    public bool IsSameAs(TwoFailedYears other) => First.IsSameAs(other.First) && Second.IsSameAs(other.Second);

    /// <summary>Every ground that follows from the entries about one unit, ordered by its second year.</summary>
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

    // Correcting the remarks or the document number leaves the failure the same, so that its revision stays; correcting the result or its
    // day makes it another failure.
    private static FailedYear? Standing(IEnumerable<AssessmentEntry> ofYear)
    {
        var entries = ofYear.ToList();
        var last = entries[^1];
        var since = entries.AsEnumerable().Reverse().TakeWhile(entry => entry.FindsTheSameAs(last)).Last();
        return last.Result == AssessmentResult.Failed ? new FailedYear(last.Year, last.DecidedOn, last.DocumentNumber, since.Revision)
            : null;
    }
}
