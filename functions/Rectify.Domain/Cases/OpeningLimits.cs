using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What every opening is checked for, whichever measure it starts with.</summary>
internal static class OpeningLimits
{
    public static Rejection? RefuseRulebook(Rulebook rulebook, DateOnly day) => rulebook.InForceOn(day)
        ? null
        : Rejection.Rule("rulebookId", OpeningMessages.RulebookNotInForce.With(rulebook.Id, day));

    /// <summary>The refusal of a measure above the highest one that the rulebook applies to this kind of unit (S20).</summary>
    public static Rejection? RefuseKind(ListedUnit unit, Rung rung, Rulebook rulebook) =>
        rulebook.RuleFor(unit.Kind) is { } rule && rung > rule.Highest
            ? Rejection.Rule("unitId", OpeningMessages.NotForThisKind.With(rule.Kind, rule.Highest, rung, rule.Source))
            : null;

    /// <summary>The refusal of a deciding body below the level whose body decides the measure by the rulebook.</summary>
    public static Rejection? RefuseDecider(string member, UnitLevel? level, Rung measure, Rulebook rulebook) =>
        level is { } named && rulebook.DeciderOf(measure) is { } rule && !rule.MayDecide(named)
            ? Rejection.Rule(member, OpeningMessages.DeciderTooLow.With(measure, rule.Words, rule.Lowest, named, rule.Source))
            : null;

    /// <summary>The refusal of every code that names no ground of the rulebook, a ground of another measure, or one named before.</summary>
    public static Rejection? RefuseGrounds(IReadOnlyList<string>? codes, Rung rung, Rulebook rulebook) => Rejection.Together(
        from code in (codes ?? []).Index()
        let refusal = rulebook.Ground(code.Item) switch
        {
            null when rulebook.Grounds is null => OpeningMessages.NoGrounds.With(rulebook.Id),
            null => OpeningMessages.UnknownGround.With([.. rulebook.Grounds!.Select(rule => rule.Code)], code.Item),
            var rule when !rule.Carries(rung) => OpeningMessages.GroundOfOtherMeasure.With(code.Item, rule.LeadsTo!, rung, rule.Source),
            _ when codes!.Take(code.Index).Contains(code.Item) => OpeningMessages.GroundTwice.With(code.Item),
            _ => null,
        }
        where refusal is not null
        select Rejection.Rule(FormattableString.Invariant($"groundCodes[{code.Index}]"), refusal));

    /// <summary>The refusal of a day for a report that lies before the measure or more than a year after the deadline.</summary>
    public static Rejection? RefuseReportDay(DateOnly? reportDueOn, DateOnly day, Deadline? deadline)
    {
        if (reportDueOn is not { } report || deadline is null) return null;

        var latest = deadline.Effective.AddYears(1);
        return report > day && report <= latest
            ? null
            : Rejection.Rule("reportDueOn", OpeningMessages.ReportDayOutOfRange.With(day, latest, report));
    }
}
