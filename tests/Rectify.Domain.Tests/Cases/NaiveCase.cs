using Rectify.Domain.Sanctions;
using Rectify.Domain.Tests.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The oracle: a paper calendar with a row for each subject and measure, on which barred days are crossed one by one.</summary>
/// <remarks>
/// It knows the commands and the rules S1-S11 and S16 only: no event, no interval, none of the product's dates. Subject 0 is the unit.
/// </remarks>
internal sealed class NaiveCase(
    NaiveDays days, IEnumerable<int> leaders,
    NaiveCase.Committee committee = NaiveCase.Committee.Confirms, NaiveCase.Bar bar = NaiveCase.Bar.HalfYear,
    NaiveCase.Whom whom = NaiveCase.Whom.Listed, Func<int, IEnumerable<int>>? inOffice = null)
{
    /// <summary>
    /// Whom the veto after a missed deadline names: who stands in the listing, who is in office on the last day, or both.
    /// </summary>
    public enum Whom { Listed, InOffice, Both }

    /// <summary>Whether a listing bars for half a year or as long as it lasts.</summary>
    public enum Bar { HalfYear, WhileListed }

    public enum Phase
    {
        None, Rectifying, Suspended, Awaiting, Released, Proposed, Declined, Vetoed, Revoked, Fulfilled, NextProposed,
        NextDeclined, Escalated
    }

    /// <summary>
    /// What the committee does about a veto: it confirms one that is in force, or decides about it, from the deadline or from the decision.
    /// </summary>
    public enum Committee { Confirms, Decides, DecidesFromThen }

    // A row: its crossed days, and from when on they were rubbed out by hand.
    private sealed class Line(int subject, Measure measure, IEnumerable<int> crossed)
    {
        public int Subject => subject;

        public Measure Measure => measure;

        public SortedSet<int> Crossed { get; } = [.. crossed];

        public int? FreeFrom { get; set; }
    }

    private readonly List<Line> lines = [];
    private readonly HashSet<Measure> takenBack = [];
    private readonly SortedSet<int> named = [.. leaders];
    private SortedSet<int> vetoed = []; // whom the veto names, where a listing stands beside it
    private bool apart; // the missed deadline has named them, whatever became of the veto
    private NaiveClock? clock;
    private int endedOn;
    private int listedOn;
    private int proposedOn;
    private readonly List<int> handedIn = []; // every report, by its own day
    private readonly List<int> foundWanting = []; // every inspection that failed, by its own day
    private bool noted; // a report in time came to be known after people had decided
    private bool followed; // another case says that it came after this one
    private bool somebodyNeeded; // a talk is held with somebody
    private bool byEntries; // the veto came from two failed years
    private bool decided; // people have imposed or confirmed it
    private bool personsDecided; // people have freed somebody from it, or said whom it names
    private bool mayConfirm;
    private bool needsReview;
    private bool noneLeft; // closed: what had been crossed can no longer be rubbed out

    public Phase Now { get; private set; }

    /// <summary>A notice or a talk: no row is ever crossed for it.</summary>
    public bool IsLower { get; private set; }

    public int VetoFrom { get; private set; }

    public bool HasVeto { get; private set; }

    /// <summary>How many vetoes were written down so far.</summary>
    public int Vetoes { get; private set; }

    /// <summary>The last day of the period; null where there is none.</summary>
    public int? LastDay => clock?.Due;

    private int Due => clock!.Due;

    /// <summary>The day dawns, before anything else is done on it.</summary>
    public void Dawn(int today)
    {
        if (Now == Phase.Rectifying && today > Due) Miss(Due + 1);
        noneLeft = (Now is Phase.Vetoed || (Now is Phase.Released or Phase.Declined && today > endedOn))
            && lines.All(line => line.Crossed.Count == 0 || line.Crossed.Max < today);
    }

    /// <summary>Places the unit under listing; the last day of the period comes out.</summary>
    public int List(int on, Span span)
    {
        (Now, listedOn, clock) = (Phase.Rectifying, on, new NaiveClock(days, on, span));
        Cross(Measure.Listing, on, bar == Bar.HalfYear ? days.AfterMonths(on, 6) : days.Count - 1);
        return Due;
    }

    /// <summary>Issues a notice, or holds a talk; the last day of the period comes out.</summary>
    public int Admonish(int on, Span span, bool talk)
    {
        (Now, listedOn, clock, IsLower, somebodyNeeded) = (Phase.Rectifying, on, new NaiveClock(days, on, span), true, talk);
        return Due;
    }

    public bool MayDeclineNext(int on, int today) => Now == Phase.NextProposed && on >= proposedOn && on <= today;

    public void DeclineNext(int on) => (Now, endedOn) = (Phase.NextDeclined, on);

    public bool MayFollowUp => IsLower && !followed;

    public void FollowUp(int today)
    {
        followed = true;
        if (Now is Phase.Rectifying or Phase.Suspended or Phase.Awaiting or Phase.NextProposed) (Now, endedOn) = (Phase.Escalated, today);
    }

    public bool MayRevokeRung(int? from, int today) => IsLower && Now != Phase.Revoked
        && (from is null || (Now is Phase.NextProposed || Runs) && from >= Math.Min(listedOn, today) && from <= today);

    public void RevokeRung() => Now = Phase.Revoked;

    /// <summary>The veto without a listing, from the event or the decision.</summary>
    public void VetoDirectly(int from) => Veto(from);

    /// <summary>The second of two failed years is entered: from the later decision, or proposed from then on.</summary>
    public void FailYears(int decidedOn)
    {
        byEntries = true;
        if (committee != Committee.Confirms) (Now, proposedOn) = (Phase.Proposed, decidedOn);
        else
        {
            Veto(decidedOn);
            mayConfirm = true;
        }
    }

    public bool MayWithdraw => byEntries;

    /// <summary>One of the years was not failed after all.</summary>
    public void Withdraw()
    {
        if (Now is Phase.Revoked or Phase.Declined) return;
        if (HasVeto && decided)
        {
            mayConfirm = needsReview = true;
            return;
        }

        takenBack.Add(Measure.Veto);
        foreach (var line in lines) Rub(line, null);
        Now = Phase.Revoked;
    }

    public void Import(NaiveDays imported)
    {
        if (clock is not null) clock.Days = imported;
    }

    public void Recompute(int today)
    {
        if (Now is Phase.Rectifying or Phase.Awaiting) clock!.Recompute(today);
    }

    /// <summary>A notice that was imported while the case stood ended by an error.</summary>
    public void RecomputeAfterwards(int today)
    {
        if (Now is Phase.Rectifying or Phase.Awaiting) clock!.RecomputeAfterwards(today);
    }

    /// <summary>Whether a report in time would only be noted, because people have decided.</summary>
    public bool WouldBeNoted => decided || personsDecided || Now == Phase.Escalated || takenBack.Contains(Measure.Listing);

    /// <summary>Whether the correction of a failed year takes the veto back.</summary>
    public bool WouldWithdraw => Now is not (Phase.Revoked or Phase.Declined) && !(HasVeto && decided);

    /// <summary>Whoever had a row keeps it, though nothing is crossed on it any more.</summary>
    public void KeepRowsOf(NaiveCase other)
    {
        foreach (var line in other.lines.Where(line => Last(line.Subject, line.Measure) is null).ToList())
            lines.Add(new Line(line.Subject, line.Measure, []) { FreeFrom = 0 });
    }

    public bool MaySuspend => Now == Phase.Rectifying;

    public bool MayResume => Now == Phase.Suspended;

    public void Suspend(int today)
    {
        Now = Phase.Suspended;
        clock!.Suspend(today);
    }

    public void Resume(int today)
    {
        Now = Phase.Rectifying;
        clock!.Resume(today);
    }

    public bool MaySubmit(int on, int today) => Now == Phase.Rectifying && on >= listedOn && on <= today
        && Waiting([.. handedIn, on]).Any();

    /// <summary>The office enters a report while another awaits its inspection.</summary>
    public bool MaySubmitFurther(int on, int today) => Now == Phase.Awaiting && on >= listedOn && on <= today && on <= Due
        && !Waiting(handedIn).Contains(on) && Waiting([.. handedIn, on]).Count() > Waiting(handedIn).Count();

    public bool MayInspect(int on, int today) => Now == Phase.Awaiting && on >= Waiting(handedIn).Min() && on <= today;

    /// <summary>Whether the inspector has to say what follows: only of an inspection after the last day.</summary>
    public bool IsLate(int on) => on > Due;

    // Day by day: an inspection judges what lies there from the days before, or else one report of its own day.
    private IEnumerable<int> Waiting(IReadOnlyCollection<int> reports)
    {
        var tray = new List<int>();
        foreach (var day in Enumerable.Range(0, days.Count))
        {
            if (!reports.Contains(day) && !foundWanting.Contains(day)) continue;
            var ofToday = reports.Where(report => report == day).ToList();
            foreach (var _ in foundWanting.Where(inspection => inspection == day))
            {
                if (tray.Count > 0) tray.Clear();
                else if (ofToday.Count > 0) ofToday.RemoveAt(0);
            }

            tray.AddRange(ofToday);
        }

        return tray;
    }

    public bool MayExtend(int today, Span by) => Now is Phase.Rectifying or Phase.Awaiting && today <= Due && clock!.MayExtend(by);

    /// <summary>
    /// What frees nobody is refused, unless a listing that still runs ends by it, or what is void has not been taken back before.
    /// </summary>
    public bool MayRevoke(Measure measure, int? from) => Has(measure)
        && (lines.Any(line => line.Measure == measure && Frees(line, from))
            || (measure == Measure.Listing && Runs) || (from is null && !noneLeft && !takenBack.Contains(measure)));

    public bool MayRevoke(int subject, Measure measure, int? from) =>
        Has(measure) && Last(subject, measure) is { } line && Frees(line, from);

    private bool Runs => Now is Phase.Rectifying or Phase.Suspended or Phase.Awaiting;

    public bool MayDecide(int on, int today) => Now == Phase.Proposed && on >= proposedOn && on <= today;

    public bool MayConfirm(int on, int today) => Now == Phase.Vetoed && (noneLeft ? needsReview : mayConfirm) && on > VetoFrom
        && on <= today;

    /// <summary>A report in time counts whenever it is entered, unless an inspection after it has judged.</summary>
    public bool MayEnterLate(int on) => clock is not null && on >= listedOn && on <= Due
        && (Now is Phase.Proposed or Phase.Vetoed or Phase.NextProposed || (Now == Phase.Escalated && endedOn > Due))
        && !Waiting(handedIn).Contains(on) && Waiting([.. handedIn, on]).Count() > Waiting(handedIn).Count();

    /// <summary>Whether a listing and a veto stand side by side, each with persons of its own.</summary>
    public bool HasTwo => (HasVeto || apart) && clock is not null && !IsLower;

    public bool MayCorrect(IEnumerable<int> leaders, Measure measure) =>
        Now != Phase.None && !NamedBy(measure).SetEquals(leaders) && !(somebodyNeeded && !leaders.Any());

    private SortedSet<int> NamedBy(Measure measure) => HasTwo && measure == Measure.Veto ? vetoed : named;

    public void Submit(int on)
    {
        Now = Phase.Awaiting;
        handedIn.Add(on);
    }

    public void Pass(int on)
    {
        (Now, endedOn) = (IsLower ? Phase.Fulfilled : Phase.Released, on);
        EndListing(on);
    }

    public void EnterLate(int on)
    {
        handedIn.Add(on);
        // What people have decided stands until they decide again.
        if (decided || personsDecided || Now == Phase.Escalated || takenBack.Contains(Measure.Listing))
        {
            noted = true;
            if (HasVeto) mayConfirm = needsReview = true;
            return;
        }

        Reopen();
    }

    private void Reopen()
    {
        foreach (var line in lines.Where(line => HasVeto && line.Measure == Measure.Veto)) Rub(line, null);
        // As if the deadline had not passed: a listing that bars as long as it lasts goes on, for whom it had not been rubbed out by hand.
        foreach (var line in lines.Where(line => HasVeto && bar == Bar.WhileListed && line.Measure == Measure.Listing))
            for (var day = listedOn; day < (line.FreeFrom ?? days.Count); day++) line.Crossed.Add(day);
        (Now, HasVeto, decided, personsDecided, noted, noneLeft, apart) = (Phase.Awaiting, false, false, false, false, false, false);
        takenBack.Remove(Measure.Veto);
    }

    public void Impose(int on)
    {
        Veto(committee == Committee.DecidesFromThen || byEntries ? on : Due);
        mayConfirm = noted = false;
        decided = true;
    }

    public void Decline(int on)
    {
        (Now, endedOn, apart) = (Phase.Declined, on, false);
        EndListing(on);
    }

    public void Confirm()
    {
        mayConfirm = needsReview = noted = false;
        decided = true;
    }

    public void Fail(int on, int today, int? continueUntil)
    {
        foundWanting.Add(on);
        if (on <= Due)
        {
            if (Waiting(handedIn).Any()) return;
            Now = Phase.Rectifying;
            if (today > Due) Miss(Due + 1);
            return;
        }

        Now = Phase.Rectifying;
        if (continueUntil is { } day) clock!.Continue(day);
        else Miss(on);
    }

    public void Extend(Span by) => clock!.Extend(by);

    /// <summary>To a day that is written.</summary>
    public void ExtendUntil(int day) => clock!.ExtendUntil(day);

    /// <summary>Who should have been named is barred like whoever is barred longest; who should not is not, and never was.</summary>
    public void Correct(IReadOnlyCollection<int> leaders, Measure whose)
    {
        var (asItWas, persons) = (lines.ToList(), NamedBy(whose));
        personsDecided |= HasTwo && HasVeto && whose == Measure.Veto;
        foreach (var subject in leaders.Except(persons).ToList())
            foreach (var measure in Enum.GetValues<Measure>().Where(measure => !HasTwo || measure == whose))
                if (asItWas.Where(line => line.Measure == measure && line.Crossed.Count > 0).MaxBy(line => line.Crossed.Max) is { } like)
                    lines.Add(new Line(subject, measure, like.Crossed) { FreeFrom = like.FreeFrom });
        foreach (var line in asItWas.Where(line => (!HasTwo || line.Measure == whose) && persons.Except(leaders).Contains(line.Subject)))
            Rub(line, null);
        persons.Clear();
        persons.UnionWith(leaders);
    }

    /// <summary>Takes a measure back from a day on; null voids it.</summary>
    public void Revoke(Measure measure, int? from)
    {
        takenBack.Add(measure);
        foreach (var line in lines.Where(line => line.Measure == measure)) Rub(line, from);
        if (Now == Phase.Vetoed && measure == Measure.Listing) mayConfirm = needsReview = true;
        else if (measure == Measure.Veto && from is null && noted && !takenBack.Contains(Measure.Listing)) Reopen();
        else if (!(Now == Phase.Proposed && measure == Measure.Listing)) Now = Phase.Revoked;
    }

    public void Revoke(int subject, Measure measure, int? from)
    {
        // A row of a veto that a corrected day has taken away is rubbed out with it.
        if (Last(subject, measure) is not { } line) return;
        personsDecided |= measure == Measure.Veto;
        Rub(line, from);
    }

    /// <summary>The barred days of the last row of a subject; null when it has none.</summary>
    public IReadOnlyCollection<int>? Row(int subject, Measure measure) => Last(subject, measure)?.Crossed;

    public bool IsBarred(int subject, int day) => lines.Any(line => line.Subject == subject && line.Crossed.Contains(day));

    public bool IsPending(int subject, int day) => Now == Phase.Proposed && (subject == 0 || NamedBy(Measure.Veto).Contains(subject))
        && (committee == Committee.DecidesFromThen || byEntries ? day >= proposedOn : day >= Due && day <= days.AfterMonths(Due, 12));

    private bool Has(Measure measure) => measure == Measure.Veto ? HasVeto : clock is not null && !IsLower;

    private Line? Last(int subject, Measure measure) => lines.LastOrDefault(line => line.Subject == subject && line.Measure == measure);

    private void Miss(int knownOn)
    {
        if (!IsLower && whom != Whom.Listed)
        {
            apart = true;
            vetoed = [.. whom == Whom.Both ? named : [], .. inOffice!(Due)];
        }

        if (IsLower) (Now, proposedOn) = (Phase.NextProposed, knownOn);
        else if (committee != Committee.Confirms) (Now, proposedOn) = (Phase.Proposed, knownOn);
        else
        {
            Veto(Due);
            mayConfirm = true;
        }
    }

    private void Veto(int from)
    {
        Vetoes++;
        if (!apart) vetoed = [.. named];
        (Now, VetoFrom, HasVeto, needsReview) = (Phase.Vetoed, from, true, false);
        Cross(Measure.Veto, from, days.AfterMonths(from, 12));
        EndListing(from);
    }

    private void EndListing(int lastDay)
    {
        foreach (var line in lines.Where(line => bar == Bar.WhileListed && line.Measure == Measure.Listing))
            line.Crossed.RemoveWhere(day => day > lastDay);
    }

    private void Cross(Measure measure, int first, int last) =>
        lines.AddRange((measure == Measure.Veto ? vetoed : named).Prepend(0).Select(subject =>
            new Line(subject, measure, Enumerable.Range(first, last - first + 1))));

    private static bool Frees(Line line, int? from) => line.Crossed.Any(day => from is null || day >= from);

    private static void Rub(Line line, int? from)
    {
        line.Crossed.RemoveWhere(day => from is null || day >= from);
        line.FreeFrom = Math.Min(from ?? 0, line.FreeFrom ?? int.MaxValue);
    }
}
