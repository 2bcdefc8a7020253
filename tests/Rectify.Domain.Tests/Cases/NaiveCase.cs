using Rectify.Domain.Sanctions;
using Rectify.Domain.Tests.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>The oracle: a paper calendar with a row for each subject and measure, on which barred days are crossed one by one.</summary>
/// <remarks>It knows the commands and the rules S1-S11 only: no event, no interval, none of the product's dates.</remarks>
internal sealed class NaiveCase(NaiveDays days, int subjects)
{
    public enum Phase { None, Rectifying, Awaiting, Released, Vetoed, Revoked }

    private readonly Dictionary<(int Subject, Measure Measure), SortedSet<int>> crossed = [];
    private readonly HashSet<Measure> takenBack = [];
    private readonly HashSet<(int, Measure)> takenBackSingly = [];
    private int releasedOn;
    private bool noneLeft; // closed: what had been crossed can no longer be rubbed out

    public Phase Now { get; private set; }

    public int Nominal { get; private set; }

    public int Due { get; private set; }

    public int Extensions { get; private set; }

    /// <summary>The day dawns, before anything else is done on it.</summary>
    public void Dawn(int today)
    {
        if (Now == Phase.Rectifying && today > Due) Veto();
        noneLeft = (Now is Phase.Vetoed || (Now is Phase.Released && today > releasedOn))
            && crossed.Values.All(row => row.Count == 0 || row.Max < today);
    }

    public bool IsClosed => noneLeft;

    public void List(int on, int months)
    {
        (Now, Nominal) = (Phase.Rectifying, days.AfterMonths(on, months));
        Due = days.Forward(Nominal);
        Cross(Measure.Listing, on, days.AfterMonths(on, 6));
    }

    public bool MaySubmit => Now == Phase.Rectifying;

    public bool MayInspect => Now == Phase.Awaiting;

    public bool MayExtend(int today, int months) =>
        Now is Phase.Rectifying or Phase.Awaiting && today <= Due && Extensions == 0 && months <= 3 && days.Forward(days.AfterMonths(Nominal, months)) > Due;

    public bool MayRevoke(Measure measure) => Now != Phase.None && !noneLeft && HasRow(measure) && !takenBack.Contains(measure);

    public bool MayRevoke(int subject, Measure measure) =>
        MayRevoke(measure) && !takenBackSingly.Contains((subject, measure));

    public void Submit() => Now = Phase.Awaiting;

    public void Pass(int today) => (Now, releasedOn) = (Phase.Released, today);

    public void Fail(int today, int? continueUntil)
    {
        Now = Phase.Rectifying;
        if (today <= Due) return;
        if (continueUntil is { } day) Nominal = Due = day;
        else Veto();
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
        if (!(Now == Phase.Vetoed && measure == Measure.Listing)) Now = Phase.Revoked;
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

    private void Veto()
    {
        Now = Phase.Vetoed;
        Cross(Measure.Veto, Due, days.AfterMonths(Due, 12));
    }

    private void Cross(Measure measure, int first, int last)
    {
        for (var subject = 0; subject < subjects; subject++)
            crossed[(subject, measure)] = [.. Enumerable.Range(first, last - first + 1)];
    }

    private void Rub(int subject, Measure measure, int? from) => crossed[(subject, measure)].RemoveWhere(day => from is null || day >= from);
}
