using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Assessments;

/// <summary>考核不合格的年度: the ground V3 for a veto, by default two failed years in a row.</summary>
/// <remarks>
/// <para>Every failed year that completes a row makes a ground of its own: when 2024, 2025 and 2026 failed and two in a row are asked for,
/// 2024 with 2025 is one ground and 2025 with 2026 another. Where a rulebook counts failed years in all, years that made a ground are not
/// counted again.</para>
/// <para>Only the latest entry about each year counts; the order in which the years were entered does not matter.</para>
/// </remarks>
/// <param name="Years">The years, the earliest first; two at least.</param>
public sealed record FailedYears(IReadOnlyList<FailedYear> Years)
{
    /// <summary>The earliest year.</summary>
    public FailedYear First => Years[0];

    /// <summary>The year that completes the ground.</summary>
    public FailedYear Last => Years[^1];

    /// <summary>The years in words: 2020, 2022 and 2025.</summary>
    public Bilingual Words => new(
        string.Join('、', Years.Select(year => year.Year)),
        $"{string.Join(", ", Years.SkipLast(1).Select(year => year.Year))} and {Last.Year}");

    /// <summary>Whether the years follow each other, or were counted in all.</summary>
    public bool AreInARow => Last.Year - First.Year == Years.Count - 1;

    /// <summary>The day from which the ground exists: the latest of the decisions (S3).</summary>
    public DateOnly DecidedOn => Years.Max(year => year.DecidedOn);

    /// <summary>Whether both are the same ground: none of its years was corrected in between.</summary>
    public bool IsSameAs(FailedYears other) =>
        Years.Count == other.Years.Count && Years.Zip(other.Years).All(pair => pair.First.IsSameAs(pair.Second));

    /// <summary>Whether each of the years still stands as failed, uncorrected, in the entries.</summary>
    /// <remarks>A veto keeps its ground when another rulebook counts failed years otherwise: the case has its own.</remarks>
    /// <param name="entries">All entries of the unit, in the order of their revisions.</param>
    public bool StandIn(IEnumerable<AssessmentEntry> entries)
    {
        var failed = Failed(entries).ToDictionary(year => year.Year);
        return Years.All(year => failed.TryGetValue(year.Year, out var standing) && standing.IsSameAs(year));
    }

    /// <summary>Every ground that follows from the entries about one unit, ordered by its last year.</summary>
    /// <param name="entries">All entries of the unit, in the order of their revisions.</param>
    /// <param name="ruleOn">
    /// The rule in force on the day on which a year was failed; null where none is known, which asks for two in a row.
    /// </param>
    public static IReadOnlyList<FailedYears> In(IEnumerable<AssessmentEntry> entries, Func<DateOnly, AssessmentVetoRule?> ruleOn)
    {
        var failed = Failed(entries).OrderBy(year => year.Year).ToList();
        List<FailedYears> grounds = [];
        List<FailedYear> counted = [];
        for (var i = 0; i < failed.Count; i++)
        {
            var rule = ruleOn(failed[i].DecidedOn);
            counted.Add(failed[i]);
            if (rule?.WithinYears is { } span) counted.RemoveAll(year => year.Year <= failed[i].Year - span);

            var row = rule?.YearsInARow ?? AssessmentVetoRule.UsualRow;
            if (i + 1 >= row && failed[i].Year - failed[i + 1 - row].Year == row - 1)
                grounds.Add(new FailedYears(failed[(i + 1 - row)..(i + 1)]));
            else if (rule?.InAll is { } all && counted.Count >= all)
                grounds.Add(new FailedYears(counted[^all..]));
            else
                continue;

            counted.Clear();
        }

        return grounds;
    }

    /// <summary>The years that stand as failed in the entries about one unit.</summary>
    /// <param name="entries">All entries of the unit, in the order of their revisions.</param>
    public static IEnumerable<FailedYear> Failed(IEnumerable<AssessmentEntry> entries) =>
        entries.GroupBy(entry => entry.Year).Select(Standing).OfType<FailedYear>();

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
