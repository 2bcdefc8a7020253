using CsCheck;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using static Rectify.Domain.Assessments.AssessmentResult;

namespace Rectify.Domain.Tests.Assessments;

/// <summary>V3: two failed assessment years in a row, in whatever order they were entered.</summary>
public class FailedYearsTests
{
    private static readonly DateTimeOffset At = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_second_failed_year_is_the_ground_and_the_later_decision_its_day()
    {
        Assert.Equal(["2025+2026 from 2027-02-01"], In(Entry(1, 2025, Failed, "2026-02-03"), Entry(2, 2026, Failed, "2027-02-01")));
        Assert.Equal(["2025+2026 from 2027-02-01"], In(Entry(1, 2026, Failed, "2027-02-01"), Entry(2, 2025, Failed, "2026-02-03")));
        // the earlier year was decided after the later one
        Assert.Equal(["2025+2026 from 2027-03-01"], In(Entry(1, 2025, Failed, "2027-03-01"), Entry(2, 2026, Failed, "2027-02-01")));
    }

    [Fact]
    public void Each_year_that_failed_after_a_failed_one_is_a_ground_and_a_year_between_breaks_the_row()
    {
        Assert.Equal(
            ["2024+2025 from 2026-02-01", "2025+2026 from 2027-02-01"],
            In(Entry(1, 2024, Failed, "2025-02-01"), Entry(2, 2025, Failed, "2026-02-01"), Entry(3, 2026, Failed, "2027-02-01")));
        Assert.Empty(In(Entry(1, 2024, Failed, "2025-02-01"), Entry(2, 2025, Passed, "2026-02-01"), Entry(3, 2026, Failed, "2027-02-01")));
        Assert.Empty(In(Entry(1, 2024, Failed, "2025-02-01"), Entry(2, 2026, Failed, "2027-02-01")));
        Assert.Empty(In(Entry(1, 2024, Failed, "2025-02-01")));
        Assert.Empty(In());
    }

    [Fact]
    public void A_corrected_remark_leaves_the_ground_the_same_and_a_corrected_result_or_day_makes_it_another()
    {
        AssessmentEntry[] entries = [Entry(1, 2025, Failed, "2026-02-01"), Entry(2, 2026, Failed, "2027-02-01")];
        var ground = Grounds(entries)[0];

        Assert.True(
            Grounds(
                [.. entries, Entry(3, 2026, Failed, "2027-02-01") with { Remarks = "补充", DocumentNumber = "永考〔2027〕1号" }])[0]
                .IsSameAs(ground));
        Assert.False(Grounds([.. entries, Entry(3, 2026, Failed, "2027-02-02")])[0].IsSameAs(ground));
        Assert.False(
            Grounds([.. entries, Entry(3, 2025, Passed, "2026-02-01"), Entry(4, 2025, Failed, "2026-02-01")])[0]
                .IsSameAs(ground));
    }

    // The oracle keeps one line per year and rewrites it entry by entry; then it looks at every year of the century with the one before.
    [Fact]
    public void Any_entries_lead_to_the_grounds_that_a_list_of_years_shows() => Entries.Sample(
        entries =>
        {
            var lines = new (bool Failed, DateOnly On, int Since)?[200];
            foreach (var entry in entries)
            {
                var line = lines[entry.Year - 1950];
                var unchanged = line is var (failed, on, _) && failed == (entry.Result == Failed) && on == entry.DecidedOn;
                lines[entry.Year - 1950] = (entry.Result == Failed, entry.DecidedOn, unchanged ? line!.Value.Since : entry.Revision);
            }

            var expected = new List<string>();
            for (var i = 1; i < lines.Length; i++)
            {
                if (lines[i - 1] is not (true, var first, var since) || lines[i] is not (true, var second, var sinceSecond)) continue;
                var from = first.DayNumber > second.DayNumber ? first : second;
                expected.Add($"{1949 + i}+{1950 + i} from {from:yyyy-MM-dd} {since} {sinceSecond}");
            }

            Assert.Equal(expected,
                Grounds(entries).Select(ground => $"{Written(ground)} {ground.First.Revision} {ground.Last.Revision}"));
        },
        iter: 3000);

    private static Gen<AssessmentEntry[]> Entries { get; } =
        (from year in Gen.Int[2019, 2026]
         from result in Gen.Int[0, 3].Select(n => n == 0 ? Passed : Failed)
         from day in Gen.Int[0, 2]
         select (year, result, day)).Array[0, 14].Select(all => all.Select((one, index) =>
            Entry(index + 1, one.year, one.result, $"{one.year + 1 + one.day / 2}-02-0{1 + one.day % 2}")).ToArray());

    // A city, 2016: two in a row or three in all.
    [Theory]
    [InlineData("2020 2022 2025", null, "2020+2022+2025")]
    [InlineData("2020 2021 2023 2025", null, "2020+2021")] // the row is one ground, and its years are not counted again
    [InlineData("2020 2022 2025 2027 2029", null, "2020+2022+2025")] // a fourth and a fifth are not three again
    [InlineData("2020 2022 2025 2027 2029 2031", null, "2020+2022+2025, 2027+2029+2031")]
    [InlineData("2020 2022 2025 2026", null, "2020+2022+2025, 2025+2026")] // a row counts whether or not its first year made a ground
    // boundary
    [InlineData("2020 2022", null, "")]
    [InlineData("2020 2022 2024", 5, "2020+2022+2024")]
    [InlineData("2020 2022 2025", 5, "")]
    public void Failed_years_may_be_counted_in_all(string years, int? within, string grounds) => Assert.Equal(
        grounds,
        string.Join(", ", FailedYears.In(
            years.Split(' ').Select((year, index) => Entry(index + 1, int.Parse(year), Failed, $"{year}-02-01")),
            _ => new AssessmentVetoRule("第十三条", InAll: 3, WithinYears: within))
            .Select(ground => string.Join('+', ground.Years.Select(year => year.Year)))));

    [Theory]
    [InlineData("2020 2021 2022", "2020+2021+2022")]
    [InlineData("2020 2021 2023", "")]
    public void A_row_may_be_longer(string years, string grounds) => Assert.Equal(
        grounds,
        string.Join(", ", FailedYears.In(
            years.Split(' ').Select((year, index) => Entry(index + 1, int.Parse(year), Failed, $"{year}-02-01")),
            _ => new AssessmentVetoRule("第十三条", InARow: 3))
            .Select(ground => string.Join('+', ground.Years.Select(year => year.Year)))));

    // Under another rulebook 2024 and 2025 are no ground any more. They stay failed, so a veto because of them keeps its ground; correcting
    // one takes it away, and correcting only its remarks does not.
    [Fact]
    public void A_ground_stands_while_its_own_years_are_failed_however_they_are_counted()
    {
        AssessmentEntry[] entries = [Entry(1, 2024, Failed, "2025-02-01"), Entry(2, 2025, Failed, "2026-02-01")];
        var ground = Assert.Single(FailedYears.In(entries, _ => null));
        Assert.Empty(FailedYears.In(entries, _ => new AssessmentVetoRule("第十三条", InARow: 3)));

        Assert.True(ground.StandIn(entries));
        Assert.True(ground.StandIn([.. entries, Entry(3, 2026, Failed, "2027-02-01")]));
        Assert.True(ground.StandIn([.. entries, Entry(3, 2025, Failed, "2026-02-01") with { Remarks = "补登" }]));
        Assert.False(ground.StandIn([.. entries, Entry(3, 2024, Passed, "2025-02-01")]));
        Assert.False(ground.StandIn([.. entries, Entry(3, 2025, Failed, "2026-02-02")]));
    }

    private static IReadOnlyList<FailedYears> Grounds(IEnumerable<AssessmentEntry> entries) => FailedYears.In(entries, _ => null);

    private static IEnumerable<string> In(params AssessmentEntry[] entries) => Grounds(entries).Select(Written);

    private static string Written(FailedYears ground) => $"{ground.First.Year}+{ground.Last.Year} from {ground.DecidedOn:yyyy-MM-dd}";

    private static AssessmentEntry Entry(int revision, int year, AssessmentResult result, string decidedOn) =>
        new(new UnitId("yj-oubei"), revision, year, result, DateOnly.ParseExact(decidedOn, "yyyy-MM-dd"), null, null, null, "officer:张",
            At);
}
