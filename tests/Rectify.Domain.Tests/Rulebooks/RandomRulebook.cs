using CsCheck;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Domain.Tests.Cases;

namespace Rectify.Domain.Tests.Rulebooks;

/// <summary>Rulebooks of any kind that fits together, not only the shipped ones.</summary>
internal static class RandomRulebook
{
    private static readonly Gen<Period> Lengths = Gen.OneOf(
        Gen.Int[1, 12].Select(n => (Period)new Period.Months(n)), Gen.Int[1, 300].Select(n => (Period)new Period.Days(n)),
        Gen.Int[1, 200].Select(n => (Period)new Period.WorkingDays(n)));

    private static readonly Gen<SanctionLength> Terms = Gen.OneOf(
        Gen.Int[1, 40].Select(n => (SanctionLength)new SanctionLength.Months(n)),
        Gen.Int[1, 900].Select(n => (SanctionLength)new SanctionLength.Days(n)),
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28]).Select(end => (SanctionLength)new SanctionLength.YearEnding(end.Item1, end.Item2)));

    private static readonly Gen<(MissedStep? Step, UrgingRule? Letters)> Missed =
        from step in OrNull(Gen.Int[0, 3].Select(n => (MissedStep)n))
        from period in Lengths
        from letters in Gen.Int[1, 3]
        from then in Gen.Int[0, 2]
        select (step, step == MissedStep.UrgingLetter ? new UrgingRule(period, letters, (MissedStep)then, "第十一条") : null);

    private static readonly Gen<PeriodRule> PeriodRules =
        from anchor in Gen.Int[0, 2]
        from policy in Gen.Int[0, 1]
        select new PeriodRule((PeriodAnchor)anchor, (DayOffPolicy)policy, null, null, "第七条");

    private static readonly Gen<MilestoneRule> Milestones =
        from plan in OrNone(Lengths)
        from every in OrNone(Gen.Int[7, 60].Select(n => (Period)new Period.Days(n)))
        from policy in Gen.Int[0, 1]
        from last in Gen.Int[0, 1]
        from letters in OrNone(Lengths)
        select new MilestoneRule(
            null, null, [3, 0], "第十条", ReportStart.Measure, (LastDayMilestone)last, plan, every, (DayOffPolicy)policy,
            letters is null ? null : new MilestoneUrging(letters, "第十二条"));

    private static readonly Gen<ListingRule> Listings =
        from term in OrNone(Terms)
        from milestones in OrNone(Milestones)
        from applications in OrNull(Gen.Int[1, 20])
        from rule in OrNone(PeriodRules)
        from missed in Missed
        select new ListingRule(null, "第一条", null, milestones, applications, null, rule, term, missed.Step, missed.Letters);

    private static readonly Gen<RungRule> Rungs =
        from period in Lengths
        from milestones in OrNone(Milestones)
        from applications in OrNull(Gen.Int[1, 20])
        from rule in OrNone(PeriodRules)
        from missed in Missed
        select new RungRule(period, [7, 0], "第五条", milestones, applications, rule, missed.Step, missed.Letters);

    private static readonly Gen<ExtensionRule> Extensions =
        from count in Gen.Int[1, 3]
        from longest in Lengths
        from all in OrNone(Lengths)
        from ahead in OrNone(Lengths)
        select new ExtensionRule(count, null, "第八条", longest, all, ahead);

    private static readonly Gen<UnitKindRule[]> Units = Gen.Int[0, 3].Select(
        highest => new[] { new UnitKindRule(UnitKind.Enterprise, (Rung)highest, RuleApplication.Direct, "第三十条") });

    private static readonly Gen<YearlyCycleRule> Cycles =
        from count in Gen.Int[0, 3]
        from month in Gen.Int[1, 12]
        from working in OrNull(Gen.Int[1, 20])
        from owes in Gen.Int[0, 2]
        select Sample.Zhejiang.YearlyCycle! with
        {
            Duties =
            [
                .. Enumerable.Range(1, count).Select(number => new YearlyDutyRule(
                    $"duty{number}", $"年度工作{number}", $"duty {number}", new YearlyDueRule(number % 2, month, 31, working),
                    (DutyOwer)owes, "第十三条", number == 1 ? [7, 0] : null)),
            ],
        };

    private static readonly Gen<GroundRule[]> Grounds = Gen.Int[0, 4].Select(
        rung => new[]
        {
            new GroundRule("a-1", "情形一", "the first", "第三十一条", rung > 3 ? null : [(Rung)rung]),
            new GroundRule("a-2", "情形二", "the second", "第三十一条"),
        });

    private static readonly Gen<CountingTrigger[]> Triggers =
        from counted in Gen.Int[0, 3]
        from way in Gen.Int[0, 2]
        from count in Gen.Int[2, 4]
        from span in OrNull(Gen.Int[1, 5])
        from proposed in OrNull(Gen.Int[0, 3].Select(rung => (Rung)rung))
        select new[]
        {
            new CountingTrigger(
                [(Counted)counted], "从重处理", "something graver", "第三十二条", proposed,
                way == 0 && counted < 3 ? count : null, way == 1 ? count : null, way == 2 || (way == 0 && counted == 3) ? count : null,
                way == 2 ? span : null),
        };

    private static readonly Gen<DeciderRule[]> Deciders =
        from measure in Gen.Int[0, 3]
        from lowest in Gen.Int[0, 3]
        select new[] { new DeciderRule((Rung)measure, (UnitLevel)lowest, "综治委", "the committee", "第二十九条") };

    /// <summary>Any rulebook whose measures fit together; one that does not is refused by its own constructor and drawn again.</summary>
    public static Gen<Rulebook> Any { get; } =
        (from listing in OrNone(Listings, 4)
         from term in Terms
         from hasVeto in Gen.Int[0, 3]
         from notice in OrNone(Rungs)
         from talk in OrNone(Rungs)
         from extension in OrNone(Extensions)
         from units in OrNone(Units)
         from grounds in OrNone(Grounds)
         from triggers in OrNone(Triggers)
         from deciders in OrNone(Deciders)
         from choices in Gen.Int[0, 47]
         from cycle in OrNone(Cycles)
         select Composed(
             listing, hasVeto > 0 ? new MeasureRule(null, "第二条", null, term) : null, notice, talk, extension,
             units, choices, cycle, grounds, triggers, deciders))
        .Where(rulebook => rulebook is not null).Select(rulebook => rulebook!);

    private static Rulebook? Composed(
        ListingRule? listing, MeasureRule? veto, RungRule? notice, RungRule? talk, ExtensionRule? extension, UnitKindRule[]? units,
        int choices, YearlyCycleRule? cycle, GroundRule[]? grounds, CountingTrigger[]? triggers,
        DeciderRule[]? deciders)
    {
        try
        {
            return new Rulebook(
                "drawn", "抽取的规则", new(2020, 1, 1), null, listing, veto, Sample.Zhejiang.SanctionedRoles, extension,
                Sample.Zhejiang.Reminders, 15, Sample.Zhejiang.Backdating, ["组织部"], (Escalation)(choices % 2),
                (VetoStart)(choices / 2 % 2), veto is null ? null : Sample.Zhejiang.DirectVeto, (ListingSanction)(choices / 4 % 2),
                Ladder: new LadderRule(notice, talk, [], "第六条"), VetoPersons: (VetoPersons)(choices / 8 % 3), Units: units,
                YearlyCycle: cycle,
                AssessmentGrades: cycle?.Duties is { Count: var grades } ?
                [
                    .. Enumerable.Range(1, grades + 1).Select(number => new AssessmentGrade(
                        $"grade{number}", $"等次{number}", $"grade {number}", (GradeCounts)(number % 2), "第二十条")),
                ] : null,
                Grounds: grounds, Triggers: triggers, Deciders: deciders);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Gen<T?> OrNull<T>(Gen<T> some) where T : struct =>
        Gen.Int[1, 2].SelectMany(n => n == 1 ? Gen.Const((T?)null) : some.Select(one => (T?)one));

    private static Gen<T?> OrNone<T>(Gen<T> some, int ofTimes = 2) where T : class =>
        Gen.Int[1, ofTimes].SelectMany(n => n == 1 ? Gen.Const((T?)null) : some.Select(one => (T?)one));
}
