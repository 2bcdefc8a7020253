using Rectify.Domain.Tests.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>How long, in the unit of a period; for a day that is written, how many days away it is.</summary>
internal sealed record Span(Span.Unit In, int Count)
{
    public enum Unit { Months, Days, WorkingDays, Written }
}

/// <summary>The oracle's clock of a listing: the last day of the period, found by walking the paper calendar.</summary>
internal sealed class NaiveClock
{
    private (int From, Span Span)? counted; // working days: counted anew when the calendar changes
    private bool inWorkingDays;
    private bool written;
    private int suspendedOn;

    public NaiveClock(NaiveDays days, int listedOn, Span span)
    {
        Days = days;
        Set(listedOn, span);
    }

    /// <summary>The calendar on the wall; a notice replaces it.</summary>
    public NaiveDays Days { get; set; }

    public int Nominal { get; private set; }

    public int Due { get; private set; }

    public int Extensions { get; private set; }

    public bool MayExtend(Span by)
    {
        var (nominal, due) = EndOf(Nominal, by);
        return Extensions == 0 && due > Due && nominal <= Days.AfterMonths(Nominal, 3);
    }

    public void Extend(Span by)
    {
        Set(Nominal, by);
        Extensions++;
    }

    public void ExtendUntil(int day)
    {
        Continue(day);
        Extensions++;
    }

    public void Continue(int until) => Set(until, new Span(Span.Unit.Written, 0));

    public void Suspend(int today) => suspendedOn = today;

    /// <summary>What was left on the first paused day is left again today; working days that were lost are added.</summary>
    public void Resume(int today)
    {
        var (left, lost) = (0, 0);
        for (var day = suspendedOn; day < Nominal; day++) left++;
        for (var day = suspendedOn; day < today; day++)
            if (!Days.IsOff(day)) lost++;
        if (today == suspendedOn || (inWorkingDays && lost == 0)) return;

        if (inWorkingDays) Nominal = Due = Walk(Due, lost);
        else (Nominal, Due) = (today + left, Days.Forward(today + left));
        (counted, written) = (null, false);
    }

    /// <summary>A notice was imported. No deadline is moved to a day that has come.</summary>
    public void Recompute(int today)
    {
        if (written || today > Due) return;
        var (nominal, due) = counted is var (from, span) ? EndOf(from, span) : (Nominal, Days.Forward(Nominal));
        (Nominal, Due) = (nominal, due < Due && due <= today ? Due : due);
    }

    /// <summary>The same for a deadline that was still to come when the case was ended by an error, and may have passed since.</summary>
    public void RecomputeAfterwards(int today)
    {
        if (written) return;
        var (nominal, due) = counted is var (from, span) ? EndOf(from, span) : (Nominal, Days.Forward(Nominal));
        (Nominal, Due) = (nominal, due < Due && due <= today ? Due : due);
    }

    private void Set(int from, Span span)
    {
        (Nominal, Due) = EndOf(from, span);
        inWorkingDays = span.In == Span.Unit.WorkingDays;
        counted = inWorkingDays ? (from, span) : null;
        written = span.In == Span.Unit.Written;
    }

    private (int Nominal, int Due) EndOf(int from, Span span) => span.In switch
    {
        Span.Unit.Months => (Days.AfterMonths(from, span.Count), Days.Forward(Days.AfterMonths(from, span.Count))),
        Span.Unit.Days => (from + span.Count, Days.Forward(from + span.Count)),
        Span.Unit.WorkingDays => (Walk(from, span.Count), Walk(from, span.Count)),
        _ => (from + span.Count, from + span.Count),
    };

    private int Walk(int from, int workingDays)
    {
        for (; workingDays > 0; workingDays--) from = Days.NextWorked(from);
        return from;
    }
}
