using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Bench.Board;

/// <summary>What somebody does about a case on a day.</summary>
internal sealed record PlannedAct(DateOnly On, CaseCommand Command);

/// <summary>Eight courses that cases take in turn, so that every state occurs; those of the last months are still under way.</summary>
internal static class CasePlans
{
    private static readonly Rulebook Automatic = RulebookCatalog.Shipped.Find("zhejiang-2017")!;
    private static readonly Rulebook ByDecision = RulebookCatalog.Shipped.Find("henan-2016")!;

    public static PlannedAct Listing(int number, DateOnly listedOn, string document, ListedUnit unit,
        IReadOnlyList<ListedLeader> leaders) => new(
        listedOn, new CaseCommand.ListUnit(
            unit, AccountabilityGround.UnresolvedHotspot, Severity.Serious, "辖区电动自行车违规停放充电问题突出", ["违规停放充电点清零"],
            listedOn, null,
            new Period.Months(3), leaders, document, "实施办法第二十一条", "永嘉县平安办", number % 8 is 5 or 6 ? ByDecision : Automatic));

    public static IReadOnlyList<PlannedAct> For(int number, DateOnly listedOn) => (number % 8) switch
    {
        // In time and good; in time and still to be looked at for three weeks.
        0 or 1 => [Submit(listedOn.AddDays(60)), new(listedOn.AddDays(70), new CaseCommand.PassInspection(null, "目标达到"))],
        2 => [Submit(listedOn.AddDays(75)), new(listedOn.AddDays(110), new CaseCommand.PassInspection(null, "目标达到"))],

        // Nothing is done.
        3 or 4 => [],

        // The committee decides after two months, one way or the other.
        5 => [Decide(listedOn.AddDays(150), VetoVerdict.Impose)],
        6 => [Decide(listedOn.AddDays(150), VetoVerdict.Decline)],

        // The clock stands still for three months; every other time the listing is taken back.
        _ => number % 16 == 7
            ? [new(listedOn.AddDays(20), new CaseCommand.SuspendClock("不可抗力")),
                new(listedOn.AddDays(110), new CaseCommand.ResumeClock("恢复"))]
            : [new(listedOn.AddDays(40),
                new CaseCommand.RevokeMeasure(Measure.Listing, new RevocationEffect.FromDate(null), "查明不实", "县平安建设领导小组"))],
    };

    private static PlannedAct Submit(DateOnly on) => new(on, new CaseCommand.SubmitRectification(null, "已整改到位", []));

    private static PlannedAct Decide(DateOnly on, VetoVerdict verdict) =>
        new(on, new CaseCommand.DecideVeto(verdict, null, null, "经研究决定"));
}
