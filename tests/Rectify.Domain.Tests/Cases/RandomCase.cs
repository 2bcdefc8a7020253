using CsCheck;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Domain.Tests.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>A case played at random: how it opens, what is tried, and how many half days after the step before.</summary>
internal sealed record RandomCase(
    RandomCase.Opening Opens, int On, Span Period, int Late, NaiveCase.Committee Committee, NaiveCase.Bar Bar, NaiveCase.Whom Whom,
    IReadOnlyList<RandomCase.Tenure> Tenures, IReadOnlyList<RandomCase.Move> Moves)
{
    /// <summary>A time in a post: the number of a leader, from 1, the first and the last day.</summary>
    internal readonly record struct Tenure(int Leader, int First, int Last);

    /// <summary>
    /// By a listing, by a veto of the day of a grave event or of the decision, by the second failed year, or on a rung below the listing.
    /// </summary>
    public enum Opening { Listing, GraveHarm, OtherVeto, FailedYears, Notice, Talk }

    public static readonly NaiveDays Days = new();

    /// <summary>The paper calendar after the notice for 2027 was imported.</summary>
    public static readonly NaiveDays ImportedDays = new(
        (2027,
            "0101 0102 0103 0205 0206 0207 0208 0209 0210 0211 0212 0403 0404 0405 0501 0502 0503 0504 0505 0609 0915 "
            + "1001 1002 1003 1004 1005 1006 1007",
            "0214 0220 0508 0926 1009"));

    private static readonly int First = Index(new(2025, 1, 1));

    public static readonly IReadOnlyList<string> Kinds =
    [
        "submit", "submit", "submit", "submit", "submit", "submit", "pass", "pass", "pass", "fail", "fail", "fail", "continue", "continue",
        "continue",
        "extend", "extend", "revoke", "void", "revokeOne", "voidOne", "impose", "decline", "confirm",
        "enterLate", "enterLate", "enterLate", "enterLate",
        "further", "further", "further",
        "failEarlier", "failEarlier", "failEarlier",
        "suspend", "suspend", "resume", "resume", "resume", "resume",
        "correct", "correct", "rename", "import", "recompute", "reopen", "withdraw", "tick", "setBack", "setBack",
        "takeOut", "takeOut", "takeOut", "takeOut", "redate", "redate",
        "declineNext", "declineNext", "followUp", "revokeRung", "voidRung",
    ];

    /// <summary>Everybody who can be named: three leaders, and one who is not named at first.</summary>
    public static readonly IReadOnlyList<ListedLeader> Everybody =
        [.. Sample.Leaders, new(new("o-4"), "赵六", "副书记", LeaderRole.InCharge)];

    public static readonly IReadOnlyList<Domain.Identity.Subject> Subjects =
        [Unit, .. Everybody.Select(leader => new Domain.Identity.Subject.Official(leader.OfficialId))];

    internal sealed record Move(int HalfDays, string Kind, int Number, int Back)
    {
        public Measure Measure => (Number & 1) == 0 ? Measure.Listing : Measure.Veto;

        public int Subject => Number % Subjects.Count;

        /// <summary>Numbers of the leaders that a correction names, from 1.</summary>
        public IReadOnlyList<int> Named =>
            [.. Enumerable.Range(1, Everybody.Count).Where(leader => ((Number + Back) >> (leader - 1) & 1) == 1)];

        public Span By => (Number % 4) switch
        {
            0 => new(Span.Unit.Months, 1 + Back % 4),
            1 => new(Span.Unit.Days, 1 + 3 * Back),
            2 => new(Span.Unit.WorkingDays, 1 + 2 * Back),
            _ => new(Span.Unit.Written, 3 * Back),
        };

        /// <summary>The day that an entry names: none, which means today, or one around it.</summary>
        public int? On(int today) => Number % 3 == 0 ? today + 5 - Back : null;
    }

    public static Gen<RandomCase> Any { get; } =
        from opens in Gen.Int[0, 12]
        from opensOn in Gen.Int[First, First + 500]
        from period in Gen.OneOf(
            Gen.Int[1, 8].Select(n => new Span(Span.Unit.Months, n)), Gen.Int[1, 240].Select(n => new Span(Span.Unit.Days, n)),
            Gen.Int[1, 160].Select(n => new Span(Span.Unit.WorkingDays, n)), Gen.Int[1, 240].Select(n => new Span(Span.Unit.Written, n)))
        from late in Gen.OneOf(Gen.Const(0), Gen.Int[0, 300])
        from committee in Gen.Int[0, 2]
        from bar in Gen.Int[0, 1]
        from whom in Gen.OneOf(Gen.Const(0), Gen.Int[0, 2])
        from tenures in Gen.Select(Gen.Int[1, 4], Gen.Int[-200, 300], Gen.Int[0, 400]).Array[0, 6]
        from moves in Move1.Array[1, 10]
        select new RandomCase(
            opens > 4 ? Opening.Listing : (Opening)(opens + 1), opensOn, period, late,
            (NaiveCase.Committee)committee, (NaiveCase.Bar)bar, (NaiveCase.Whom)whom,
            [.. tenures.Select(one => new Tenure(one.Item1, opensOn + one.Item2, opensOn + one.Item2 + one.Item3))], moves);

    public Rulebook Rulebook => Committee switch
    {
        NaiveCase.Committee.Confirms => Zhejiang,
        NaiveCase.Committee.Decides => Deciding,
        _ => DecidingFromDecision,
    } with
    {
        ListingSanction = Bar == NaiveCase.Bar.HalfYear ? ListingSanction.FixedTerm : ListingSanction.WhileListed,
        Milestones = Bar == NaiveCase.Bar.HalfYear ? null : Henan.Milestones,
        VetoPersons = (VetoPersons)Whom,
    };

    /// <summary>What the register knows: transfers in and out, several posts of one person, and vacancies.</summary>
    public OfficeHolders InOffice => new(
        from tenure in Tenures
        let leader = Everybody[tenure.Leader - 1]
        select new OfficeHolder(leader.OfficialId, leader.Name, leader.Post, leader.Role, Days.Date(tenure.First), Days.Date(tenure.Last)));

    // Short and long pauses, so that the days around a deadline are met as well as the months after it.
    private static Gen<Move> Move1 =>
        from halfDays in Gen.OneOf(Gen.Int[0, 6], Gen.Int[20, 120], Gen.Int[150, 420])
        from kind in Gen.Int[0, Kinds.Count - 1]
        from number in Gen.Int[0, 11]
        from back in Gen.Int[0, 40]
        select new Move(halfDays, Kinds[kind], number, back);

    public static int Index(DateOnly day) => day.DayNumber - Days.Date(0).DayNumber;

    public static string Written(int day) => $"{Days.Date(day):yyyy-MM-dd}";

    /// <summary>The period as a person enters it.</summary>
    public static Period PeriodOf(int from, Span span) => span.In switch
    {
        Span.Unit.Months => new Period.Months(span.Count),
        Span.Unit.Days => new Period.Days(span.Count),
        Span.Unit.WorkingDays => new Period.WorkingDays(span.Count),
        _ => new Period.Until(Days.Date(from + span.Count)),
    };

    public override string ToString()
    {
        var tenures = string.Join(", ", Tenures.Select(one => $"{one.Leader}: {Written(one.First)} to {Written(one.Last)}"));
        var moves = string.Join("; ", Moves.Select(m => $"+{m.HalfDays / 2.0:0.0}d {m.Kind} {m.Number} {m.Back}"));
        return $"{Opens} {Written(On)} {Period}, entered {Late} days later, the committee {Committee}, barred {Bar}, "
            + $"the veto for {Whom} ({tenures}); {moves}";
    }
}
