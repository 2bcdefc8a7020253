using CsCheck;
using Rectify.Domain.Assessments;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Tests.Assessments;

/// <summary>计次: how many measures or failed years a unit has, and what a rulebook then asks for.</summary>
public class ReachedCountTests
{
    private static readonly CountingTrigger InAYear = new(
        [Counted.Notice, Counted.Talk], "予以挂牌督办", "a listing", "第九条", Rung.Listing, InAYear: 3);

    private static readonly CountingTrigger InARow = new(
        [Counted.FailedAssessment], "约谈主要负责人", "a talk with the principal", "第十条", Rung.Talk, InARow: 2);

    private static readonly CountingTrigger InAll = new(
        [Counted.Listing], "建议调整领导班子", "a change of the leadership", "第十一条", InAll: 3, WithinYears: 5);

    // Days are month and day of 2026 unless a year stands before them. The last one is new.
    [Theory]
    [InlineData("03-01", 0)]
    [InlineData("03-01 05-01", 0)]
    [InlineData("03-01 05-01 12-31", 3)]
    [InlineData("03-01 05-01 06-01 07-01", 4)]
    // boundary: the year
    [InlineData("2025-12-31 03-01 05-01", 0)]
    [InlineData("2025-12-31 01-01 05-01 12-31", 3)]
    [InlineData("05-01 12-31 2027-01-01", 0)]
    // entered late: those of the same year count, whatever their day
    [InlineData("05-01 12-31 01-02", 3)]
    public void So_many_in_a_year(string days, int among) => Assert.Equal(among, AmongOf(InAYear, Counted.Notice, days));

    [Theory]
    [InlineData("2024-03-01 2026-03-01", 0)]
    [InlineData("2025-03-01 2026-03-01", 2)]
    [InlineData("2024-03-01 2025-03-01 2026-03-01", 3)]
    // a year between two others was entered late
    [InlineData("2024-03-01 2026-03-01 2025-04-01", 3)]
    [InlineData("2022-03-01 2023-03-01 2026-03-01", 0)]
    public void So_many_years_in_a_row(string days, int among) => Assert.Equal(among, AmongOf(InARow, Counted.FailedAssessment, days));

    [Theory]
    [InlineData("2022-03-01 2024-03-01 2026-03-01", 3)]
    [InlineData("2021-12-31 2024-03-01 2026-03-01", 0)]
    [InlineData("2022-01-01 2024-03-01 2026-03-01", 3)]
    // what follows the day of one entered late is not before it
    [InlineData("2025-03-01 2026-03-01 2024-03-01", 0)]
    public void So_many_in_all_within_years(string days, int among) => Assert.Equal(among, AmongOf(InAll, Counted.Listing, days));

    [Fact]
    public void Kinds_that_a_rule_names_are_counted_together_and_others_not()
    {
        CountedOne[] others =
        [
            new(Counted.Notice, 2026, new(2026, 1, 5), "一号"), new(Counted.Listing, 2026, new(2026, 2, 5), "二号"),
            new(Counted.Talk, 2026, new(2026, 3, 5), "三号"),
        ];
        var latest = new CountedOne(Counted.Talk, 2026, new(2026, 4, 5), "四号");

        var reached = Assert.Single(ReachedCount.By([InAYear, InARow, InAll], latest, others));
        Assert.Equal(["一号", "三号", "四号"], reached.Among.Select(one => one.Number));
        Assert.Equal("该单位2026年第3次通报、约谈（一号、三号、四号）：予以挂牌督办（第九条）。", reached.Words.Chinese);
        Assert.Equal(
            "notice or admonishing talk: number 3 in 2026 (一号, 三号, 四号). The regulation asks for: a listing. (第九条)",
            reached.Words.English);
    }

    [Fact]
    public void What_is_proposed_already_is_not_proposed_again()
    {
        var trigger = new CountingTrigger([Counted.Notice, Counted.Listing], "予以挂牌督办", "a listing", "第九条", Rung.Listing, InAll: 2);
        CountedOne[] others = [new(Counted.Notice, 2026, new(2026, 1, 5), "一号")];

        Assert.Empty(ReachedCount.By([trigger], new CountedOne(Counted.Listing, 2026, new(2026, 4, 5), "四号"), others));
        Assert.Single(ReachedCount.By([trigger], new CountedOne(Counted.Notice, 2026, new(2026, 4, 5), "四号"), others));
        Assert.Single(
            ReachedCount.By([trigger with { Proposes = null }], new CountedOne(Counted.Listing, 2026, new(2026, 4, 5), "四号"), others));
    }

    // The oracle asks every span of years for itself.
    [Fact]
    public void Any_measures_are_counted_as_a_naive_count_does() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[2, 4], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2500]).Array[1, 9]).Sample(
            (way, count, drawn) =>
            {
                var all = drawn.Select(one => One((Counted)one.Item1, new DateOnly(2020, 1, 1).AddDays(one.Item2))).ToList();
                var (latest, others) = (all[^1], all[..^1]);
                var trigger = new CountingTrigger(
                    [Counted.Notice, Counted.FailedAssessment], "从重", "graver", "第九条", null,
                    way == 0 ? count : null, way == 1 ? count : null, way == 2 ? count : null);
                var counted = all.Where(one => one.What is Counted.Notice or Counted.FailedAssessment).ToList();
                var expected = latest.What is Counted.Notice or Counted.FailedAssessment && way switch
                {
                    0 => counted.Count(one => one.Year == latest.Year) >= count,
                    1 => Enumerable.Range(latest.Year - count + 1, count).Any(
                        first => Enumerable.Range(first, count).All(year => counted.Any(one => one.Year == year))),
                    _ => counted.Count(one => one.On <= latest.On) >= count,
                };

                Assert.Equal(expected, ReachedCount.By([trigger], latest, others).Count == 1);
            },
            iter: 3_000);

    private static int AmongOf(CountingTrigger trigger, Counted what, string days)
    {
        var all = days.Split(' ').Select(day => day.Length == 5 ? $"2026-{day}" : day)
            .Select(day => One(what, DateOnly.ParseExact(day, "yyyy-MM-dd"))).ToList();
        return ReachedCount.By([trigger], all[^1], all[..^1]) is [var reached] ? reached.Among.Count : 0;
    }

    private static CountedOne One(Counted what, DateOnly day) => new(what, day.Year, day, null);
}
