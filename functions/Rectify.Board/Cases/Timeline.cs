using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Board.Cases;

/// <summary>The data of a case's drawing: spans of days, moments on days, and today.</summary>
/// <param name="Days">The first and the last day drawn.</param>
/// <param name="Today">The local day.</param>
/// <param name="Spans">The spans, each drawn in a row of its own, in order.</param>
/// <param name="Moments">The moments, drawn in one row below the spans.</param>
public sealed record Timeline(DayInterval Days, DateOnly Today, IReadOnlyList<TimelineSpan> Spans, IReadOnlyList<TimelineMoment> Moments)
{
    /// <summary>The drawing of a case from its file, its entries and its future steps.</summary>
    public static Timeline Of(CaseFile file, IReadOnlyList<CaseEntryLine> entries, IReadOnlyList<Step> steps, DateOnly today)
    {
        TimelineSpan[] spans =
        [
            .. file.Rectification is { } clock
                ? [new TimelineSpan(SpanKind.Period, new DayInterval(clock.ListedOn, clock.Deadline.Effective), null)]
                : Array.Empty<TimelineSpan>(),
            .. file.MeasuresTaken.SelectMany(measure => SanctionSpans(file, measure, today)),
        ];
        TimelineMoment[] moments =
        [
            .. entries.Select(MomentOf).OfType<TimelineMoment>(),
            .. steps.OfType<Step.Remind>().Select(step => new TimelineMoment(step.Day, MomentKind.Reminder, IsDone: false)),
        ];
        DateOnly[] days = [today, .. spans.SelectMany(span => new[] { span.Days.From, span.Days.To }),
            .. moments.Select(moment => moment.Day)];
        return new Timeline(new DayInterval(days.Min(), days.Max()), today, spans, moments);
    }

    private static IEnumerable<TimelineSpan> SanctionSpans(CaseFile file, Measure measure, DateOnly today) =>
        from sanction in file.Sanctions
        where sanction.Measure == measure
        group sanction by (sanction.Term, sanction.Barred) into same
        select new TimelineSpan(
            measure == Measure.Veto ? SpanKind.Veto : SpanKind.Listing, Drawn(same.Key.Term, today),
            same.Key.Barred == same.Key.Term ? null : same.Key.Barred?.To ?? same.Key.Term.From.AddDays(-1));

    // A sanction whose end is not known yet is drawn up to today.
    private static DayInterval Drawn(DayInterval term, DateOnly today) =>
        term.End is null ? new DayInterval(term.From, today > term.From ? today : term.From) : term;

    // The moment of an entry, on the day that the entry is about and not the day on which it was recorded; null when none is drawn.
    private static TimelineMoment? MomentOf(CaseEntryLine entry) => entry.Event switch
    {
        CaseEvent.ReminderDue e => Done(e.Reminder.Day, MomentKind.Reminder),
        CaseEvent.ExtensionGranted e => Done(e.GrantedOn, MomentKind.DeadlineMoved),
        CaseEvent.ClockResumed e => Done(e.ResumedOn, MomentKind.DeadlineMoved),
        CaseEvent.TimelySubmissionEntered e => Done(e.SubmittedOn, MomentKind.Submission),
        CaseEvent.FurtherSubmissionEntered e => Done(e.SubmittedOn, MomentKind.Submission),
        CaseEvent.TimelySubmissionNoted e => Done(e.SubmittedOn, MomentKind.Submission),
        CaseEvent.RungContinued e => Done(e.DecidedOn, MomentKind.DeadlineMoved),
        CaseEvent.UrgingIssued e => Done(e.IssuedOn, e.Milestone is null ? MomentKind.DeadlineMoved : MomentKind.Reminder),
        CaseEvent.RungFulfilled e => Done(e.InspectedOn, MomentKind.Passed),
        CaseEvent.RungRevoked => Done(LocalDay.Of(entry.At), MomentKind.Revoked),
        CaseEvent.NextRungOpened e => Done(e.OpenedOn, MomentKind.Escalated),
        CaseEvent.ConsequenceDecided e => Done(e.DecidedOn, MomentKind.Decided),
        CaseEvent.ListingContinued e => Done(e.DecidedOn, MomentKind.DeadlineMoved),
        CaseEvent.RectificationSubmitted e => Done(e.SubmittedOn, MomentKind.Submission),
        CaseEvent.InspectionPassed e => Done(e.InspectedOn, MomentKind.Passed),
        CaseEvent.InspectionFailed e => Done(e.InspectedOn, MomentKind.Failed),
        CaseEvent.EarlierInspectionFailed e => Done(e.InspectedOn, MomentKind.Failed),
        CaseEvent.DeadlineMissed e => Done(e.Deadline, MomentKind.Missed),
        CaseEvent.MeasureRevoked or CaseEvent.SanctionRevoked or CaseEvent.EntryWithdrawn =>
            Done(LocalDay.Of(entry.At), MomentKind.Revoked),
        _ => null,
    };

    private static TimelineMoment Done(DateOnly day, MomentKind kind) => new(day, kind, IsDone: true);
}

/// <summary>A span of days in the drawing.</summary>
/// <param name="Kind">What the span shows.</param>
/// <param name="Days">First and last day, inclusive.</param>
/// <param name="EndedOn">The last barred day when a revocation has ended the sanction early; null when it runs its whole term.</param>
public sealed record TimelineSpan(SpanKind Kind, DayInterval Days, DateOnly? EndedOn);

/// <summary>Something that has happened (<c>IsDone</c>) or will happen on a day.</summary>
public sealed record TimelineMoment(DateOnly Day, MomentKind Kind, bool IsDone);

/// <summary>What a span of the drawing is.</summary>
public enum SpanKind
{
    /// <summary>整改期限.</summary>
    Period,

    /// <summary>Sanctions of the listing.</summary>
    Listing,

    /// <summary>Sanctions of the veto.</summary>
    Veto,
}

/// <summary>What a moment of the drawing is.</summary>
public enum MomentKind
{
    /// <summary>催办.</summary>
    Reminder,

    /// <summary>限期延长.</summary>
    DeadlineMoved,

    /// <summary>申请验收.</summary>
    Submission,

    /// <summary>验收合格.</summary>
    Passed,

    /// <summary>验收不合格.</summary>
    Failed,

    /// <summary>逾期.</summary>
    Missed,

    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>升级.</summary>
    Escalated,

    /// <summary>逾期处理: the criticism or the decision after a missed measure.</summary>
    Decided,
}
