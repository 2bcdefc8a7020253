using CsCheck;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Tests.Terms;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

/// <summary>A case played at random: what is tried, and how many half days after the step before.</summary>
internal sealed record RandomCase(int ListedOn, int Months, NaiveCase.Committee Committee, NaiveCase.Bar Bar, IReadOnlyList<RandomCase.Move> Moves)
{
    public static readonly NaiveDays Days = new();
    private static readonly int First = Index(new(2025, 1, 1));

    private static readonly string[] Kinds =
        ["submit", "submit", "submit", "pass", "fail", "fail", "continue", "extend", "revoke", "void", "revokeOne", "voidOne", "impose", "decline", "confirm", "enterLate", "suspend", "suspend", "resume", "resume", "tick"];

    internal sealed record Move(int HalfDays, string Kind, int Number, int Back)
    {
        public Measure Measure => (Number & 1) == 0 ? Measure.Listing : Measure.Veto;

        public int Subject => Number % Subjects.Count;
    }

    public static Gen<RandomCase> Any { get; } =
        from listedOn in Gen.Int[First, First + 500]
        from months in Gen.Int[1, 8]
        from committee in Gen.Int[0, 2]
        from bar in Gen.Int[0, 1]
        from moves in Move1.Array[1, 8]
        select new RandomCase(listedOn, months, (NaiveCase.Committee)committee, (NaiveCase.Bar)bar, moves);

    public Rulebook Rulebook => Committee switch
    {
        NaiveCase.Committee.Confirms => Zhejiang,
        NaiveCase.Committee.Decides => Deciding,
        _ => DecidingFromDecision,
    } with
    {
        ListingSanction = Bar == NaiveCase.Bar.HalfYear ? ListingSanction.FixedTerm : ListingSanction.WhileListed,
        Milestones = Bar == NaiveCase.Bar.HalfYear ? null : Henan.Milestones,
    };

    // Short and long pauses, so that the days around a deadline are met as well as the months after it.
    private static Gen<Move> Move1 =>
        from halfDays in Gen.OneOf(Gen.Int[0, 6], Gen.Int[20, 120], Gen.Int[150, 420])
        from kind in Gen.Int[0, Kinds.Length - 1]
        from number in Gen.Int[0, 11]
        from back in Gen.Int[0, 40]
        select new Move(halfDays, Kinds[kind], number, back);

    public static int Index(DateOnly day) => day.DayNumber - Days.Date(0).DayNumber;

    public override string ToString() =>
        $"listed {Days.Date(ListedOn):yyyy-MM-dd} {Months} months, the committee {Committee}, barred {Bar}; {string.Join("; ", Moves.Select(m => $"+{m.HalfDays / 2.0:0.0}d {m.Kind} {m.Number} {m.Back}"))}";
}
