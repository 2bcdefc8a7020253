namespace Rectify.Domain.Cases;

/// <summary>The reports that a unit handed in and the inspections that found the goal not reached, by their own dates (S8).</summary>
/// <remarks>
/// The dates decide, not the order in which they were entered. An inspection judges every report of an earlier day that no inspection has
/// judged yet; only when there is none, it judges one report of its own day. Which of two things on the same day came first is not known,
/// so in doubt the report still awaits an inspection.
/// </remarks>
/// <param name="HandedIn">Days on which reports were handed in, in the order of entry.</param>
/// <param name="Failed">Days of inspections that found the goal not reached, in the order of entry.</param>
public sealed record Submissions(IReadOnlyList<DateOnly> HandedIn, IReadOnlyList<DateOnly> Failed)
{
    /// <summary>Nothing handed in yet.</summary>
    public static Submissions None { get; } = new([], []);

    /// <summary>The same with one more report.</summary>
    public Submissions With(DateOnly submittedOn) => this with { HandedIn = [.. HandedIn, submittedOn] };

    /// <summary>The same with one more inspection that failed.</summary>
    public Submissions WithFailed(DateOnly inspectedOn) => this with { Failed = [.. Failed, inspectedOn] };

    /// <summary>The day of the last inspection that failed; null when there is none.</summary>
    public DateOnly? LastFailed => Failed.Count > 0 ? Failed.Max() : null;

    /// <summary>Days of the reports that no inspection has judged, the earliest first.</summary>
    public IReadOnlyList<DateOnly> Unjudged
    {
        get
        {
            var unjudged = new List<DateOnly>();
            foreach (var day in HandedIn.Concat(Failed).Distinct().Order())
            {
                var (reports, inspections) = (HandedIn.Count(day.Equals), Failed.Count(day.Equals));
                if (inspections > 0 && unjudged.Count > 0)
                {
                    unjudged.Clear();
                    inspections--;
                }

                unjudged.AddRange(Enumerable.Repeat(day, Math.Max(reports - inspections, 0)));
            }

            return unjudged;
        }
    }

    /// <summary>
    /// The day of the inspection that found a report wanting which was handed in by this day and not judged by then; null when there is
    /// none.
    /// </summary>
    public DateOnly? FoundWantingAfter(DateOnly day) =>
        new Submissions([.. HandedIn.Where(one => one <= day)], [.. Failed.Where(one => one <= day)]).Unjudged.Count > 0
            ? Failed.Where(one => one > day).Select(one => (DateOnly?)one).Min()
            : null;

    /// <summary>Whether a report of this day would still await an inspection.</summary>
    public bool WouldAwait(DateOnly submittedOn) => With(submittedOn).Unjudged.Count > Unjudged.Count;

    // In earlier versions a report made a case await its inspection whatever its day. To replay such entries, a report that counts as
    // judged here is taken as handed in on the day of the last failed inspection.
    internal Submissions Awaiting(DateOnly submittedOn) =>
        WouldAwait(submittedOn) || LastFailed is not { } last ? With(submittedOn) : With(last);
}

/// <summary>
/// A report that had been handed in by the deadline and was entered only after a person had decided about the consequence of its absence
/// (S8, S10).
/// </summary>
/// <param name="SubmittedOn">The day on which it was handed in.</param>
/// <param name="EnteredOn">The day on which it was entered.</param>
public sealed record TimelyReport(DateOnly SubmittedOn, DateOnly EnteredOn);
