using Rectify.Domain.Sanctions;
using Rectify.Domain.Tests.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The oracle: a paper calendar with a row for each subject and measure, on which barred days are crossed one by one.</summary>
/// <remarks>It knows the commands and the rules S1-S11 only: no event, no interval, none of the product's dates.</remarks>
internal sealed class NaiveCase(NaiveDays days, int subjects, NaiveCase.Committee committee = NaiveCase.Committee.Confirms, NaiveCase.Bar bar = NaiveCase.Bar.HalfYear)
{
    /// <summary>Whether a listing bars for half a year or as long as it lasts.</summary>
    public enum Bar { HalfYear, WhileListed }

    public enum Phase { None, Rectifying, Suspended, Awaiting, Released, Proposed, Declined, Vetoed, Revoked }

    /// <summary>What the committee does about a veto: it confirms one that is in force, or decides about it, from the deadline or from the decision.</summary>
    public enum Committee { Confirms, Decides, DecidesFromThen }

    private readonly Dictionary<(int Subject, Measure Measure), SortedSet<int>> crossed = [];
    private readonly HashSet<Measure> takenBack = [];
    private readonly HashSet<(int, Measure)> takenBackSingly = [];
    private int endedOn;
    private int listedOn;
    private int proposedOn;
    private int suspendedOn;
    private bool byTime; // the veto came from the deadline alone, and nobody has judged since
    private bool mayConfirm;
    private bool needsReview;
    private bool noneLeft; // closed: what had been crossed can no longer be rubbed out

    public Phase Now { get; private set; }

    public int Nominal { get; private set; }

    public int Due { get; private set; }

    public int Extensions { get; private set; }

    public int VetoFrom { get; private set; }

    public bool HasVeto { get; private set; }

    /// <summary>The day dawns, before anything else is done on it.</summary>
    public void Dawn(int today)
    {
        if (Now == Phase.Rectifying && today > Due) Miss(Due + 1, alone: true);
        noneLeft = (Now is Phase.Vetoed || (Now is Phase.Released or Phase.Declined && today > endedOn))
            && crossed.Values.All(row => row.Count == 0 || row.Max < today);
    }

    public bool IsClosed => noneLeft;

    public void List(int on, int months)
    {
        listedOn = on;
        (Now, Nominal) = (Phase.Rectifying, days.AfterMonths(on, months));
        Due = days.Forward(Nominal);
        Cross(Measure.Listing, on, bar == Bar.HalfYear ? days.AfterMonths(on, 6) : days.Count - 1);
    }

    public bool MaySuspend => Now == Phase.Rectifying;

    public bool MayResume => Now == Phase.Suspended;

    public void Suspend(int today) => (Now, suspendedOn) = (Phase.Suspended, today);

    /// <summary>What was left on the first paused day is left again today.</summary>
    public void Resume(int today)
    {
        Now = Phase.Rectifying;
        if (today == suspendedOn) return;
        var left = 0;
        for (var day = suspendedOn; day < Nominal; day++) left++;
        Nominal = today + left;
        Due = days.Forward(Nominal);
    }

    public bool MaySubmit => Now == Phase.Rectifying;

    public bool MayInspect => Now == Phase.Awaiting;

    public bool MayExtend(int today, int months) =>
        Now is Phase.Rectifying or Phase.Awaiting && today <= Due && Extensions == 0 && months <= 3 && days.Forward(days.AfterMonths(Nominal, months)) > Due;

    public bool MayRevoke(Measure measure, int? from) => (measure == Measure.Listing || HasVeto)
        && ((!noneLeft && !takenBack.Contains(measure)) || Enumerable.Range(0, subjects).Any(subject => Rubs(subject, measure, from)));

    public bool MayDecide => Now == Phase.Proposed;

    public bool MayConfirm => Now == Phase.Vetoed && (noneLeft ? needsReview : mayConfirm);

    public bool MayEnterLate(int submittedOn) =>
        Now is Phase.Proposed or Phase.Vetoed && !noneLeft && byTime && !takenBack.Contains(Measure.Listing)
        && submittedOn >= listedOn && submittedOn <= Due;

    public bool MayRevoke(int subject, Measure measure, int? from) => (measure == Measure.Listing || HasVeto)
        && ((!noneLeft && !takenBack.Contains(measure) && !takenBackSingly.Contains((subject, measure))) || Rubs(subject, measure, from));

    public void Submit() => Now = Phase.Awaiting;

    public void Pass(int today)
    {
        (Now, endedOn) = (Phase.Released, today);
        EndListing(today);
    }

    public void EnterLate()
    {
        for (var subject = 0; HasVeto && subject < subjects; subject++) Rub(subject, Measure.Veto, null);
        if (bar == Bar.WhileListed && HasVeto)
        {
            for (var subject = 0; subject < subjects; subject++)
                if (!takenBackSingly.Contains((subject, Measure.Listing))) crossed[(subject, Measure.Listing)] = [.. Enumerable.Range(listedOn, days.Count - listedOn)];
        }

        (Now, HasVeto) = (Phase.Awaiting, false);
    }

    public void Impose(int today)
    {
        Veto(committee == Committee.DecidesFromThen ? today : Due);
        mayConfirm = byTime = false;
    }

    public void Decline(int today)
    {
        (Now, endedOn) = (Phase.Declined, today);
        EndListing(today);
    }

    public void Confirm() => mayConfirm = needsReview = byTime = false;

    public void Fail(int today, int? continueUntil)
    {
        Now = Phase.Rectifying;
        if (today <= Due) return;
        if (continueUntil is { } day) Nominal = Due = day;
        else Miss(Math.Max(today, Due + 1), alone: false);
    }

    public void Extend(int months)
    {
        Nominal = days.AfterMonths(Nominal, months);
        Due = days.Forward(Nominal);
        Extensions++;
    }

    /// <summary>Takes a measure back from a day on; null voids it.</summary>
    public void Revoke(Measure measure, int? from)
    {
        takenBack.Add(measure);
        for (var subject = 0; subject < subjects; subject++) Rub(subject, measure, from);
        if (Now == Phase.Vetoed && measure == Measure.Listing) mayConfirm = needsReview = true;
        else if (!(Now == Phase.Proposed && measure == Measure.Listing)) Now = Phase.Revoked;
    }

    public void Revoke(int subject, Measure measure, int? from)
    {
        takenBackSingly.Add((subject, measure));
        Rub(subject, measure, from);
    }

    public bool HasRow(Measure measure) => crossed.ContainsKey((0, measure));

    public IReadOnlyCollection<int> Row(int subject, Measure measure) => crossed[(subject, measure)];

    public bool IsBarred(int subject, int day) =>
        Enum.GetValues<Measure>().Any(measure => crossed.TryGetValue((subject, measure), out var row) && row.Contains(day));

    public bool IsPending(int day) => Now == Phase.Proposed
        && (committee == Committee.DecidesFromThen ? day >= proposedOn : day >= Due && day <= days.AfterMonths(Due, 12));

    private void Miss(int knownOn, bool alone)
    {
        byTime = alone;
        if (committee != Committee.Confirms) (Now, proposedOn) = (Phase.Proposed, knownOn);
        else
        {
            Veto(Due);
            mayConfirm = true;
        }
    }

    private void Veto(int from)
    {
        (Now, VetoFrom, HasVeto, needsReview) = (Phase.Vetoed, from, true, false);
        takenBackSingly.RemoveWhere(one => one.Item2 == Measure.Veto);
        Cross(Measure.Veto, from, days.AfterMonths(from, 12));
        EndListing(from);
    }

    private void EndListing(int lastDay)
    {
        for (var subject = 0; bar == Bar.WhileListed && subject < subjects; subject++)
            crossed[(subject, Measure.Listing)].RemoveWhere(day => day > lastDay);
    }

    private void Cross(Measure measure, int first, int last)
    {
        for (var subject = 0; subject < subjects; subject++)
            crossed[(subject, measure)] = [.. Enumerable.Range(first, last - first + 1)];
    }

    private bool Rubs(int subject, Measure measure, int? from) => crossed[(subject, measure)].Any(day => from is null || day >= from);

    private void Rub(int subject, Measure measure, int? from) => crossed[(subject, measure)].RemoveWhere(day => from is null || day >= from);
}
