using System.Text.Json;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Domain.Tests.YearlyCycle;

public class DutyRuleTests
{
    private static readonly YearlyCycleRule Rule = RulebookCatalog.Shipped.Find("zhejiang-2017")!.YearlyCycle!;

    [Theory]
    [InlineData(YearlyDuty.ResponsibilityLetter, 2026, "2026-03-31", "2026-03-31")]
    // 31 January 2026 is a Saturday.
    [InlineData(YearlyDuty.DutyReport, 2025, "2026-01-31", "2026-02-02")]
    [InlineData(YearlyDuty.Assessment, 2025, "2026-03-31", "2026-03-31")]
    public void A_duty_is_due_on_the_rulebooks_day_or_the_next_working_day(string duty, int year, string nominal, string effective)
    {
        var due = DutyRule.DueOf(duty, year, Rule, WorkingCalendar.Shipped);

        Assert.Equal((DateOnly.Parse(nominal), DateOnly.Parse(effective), false), (due.Nominal, due.Effective, due.Provisional));
    }

    [Theory]
    // A month without the day, a day in the National Day holiday, working days from the day on: 02-14 and 02-28 are worked.
    [InlineData(0, 2, 31, null, "2026-02-28")]
    [InlineData(0, 10, 1, null, "2026-10-08")]
    [InlineData(0, 2, 10, 10, "2026-03-02")]
    // boundary
    [InlineData(0, 12, 31, null, "2026-12-31")]
    [InlineData(1, 1, 1, null, "2027-01-04")]
    public void A_rule_names_a_day_or_counts_working_days_from_it(int yearsAfter, int month, int day, int? workingDays, string effective)
    {
        var rule = Rule with { ResponsibilityLetter = new YearlyDueRule(yearsAfter, month, day, workingDays) };

        Assert.Equal(DateOnly.Parse(effective),
            DutyRule.DueOf(YearlyDuty.ResponsibilityLetter, 2026, rule, WorkingCalendar.Shipped).Effective);
    }

    [Fact]
    public void Every_duty_of_every_year_is_due_on_a_working_day_and_provisional_where_a_notice_is_missing()
    {
        foreach (var year in Enumerable.Range(2024, 70))
        {
            foreach (var duty in YearlyDuty.All)
            {
                var due = DutyRule.DueOf(duty, year, Rule, WorkingCalendar.Shipped);
                Assert.True(WorkingCalendar.Shipped.IsWorkingDay(due.Effective));
                Assert.Equal(due.Effective.Year > 2026, due.Provisional);
            }
        }
    }

    [Theory]
    // boundary: due 2026-03-31, yellow from fifteen days before it
    [InlineData(null, "2026-03-15", DutyStatus.Open, Light.Green)]
    [InlineData(null, "2026-03-16", DutyStatus.Open, Light.Yellow)]
    [InlineData(null, "2026-03-31", DutyStatus.Open, Light.Yellow)]
    [InlineData(null, "2026-04-01", DutyStatus.Overdue, Light.Red)]
    [InlineData("2026-03-31", "2026-04-01", DutyStatus.Done, Light.Grey)]
    [InlineData("2026-04-01", "2026-04-01", DutyStatus.DoneLate, Light.Grey)]
    public void A_duty_is_open_to_the_end_of_its_last_day_and_overdue_from_the_next(
        string? doneOn, string today, DutyStatus status, Light light)
    {
        var due = DutyRule.DueOf(YearlyDuty.ResponsibilityLetter, 2026, Rule, WorkingCalendar.Shipped);
        DateOnly? done = doneOn is null ? null : DateOnly.Parse(doneOn);

        Assert.Equal(status, DutyRule.StatusOf(due, done, DateOnly.Parse(today)));
        Assert.Equal(light, DutyRule.LightOf(status, due, DateOnly.Parse(today), 15));
    }

    [Theory]
    // boundary: the unit came into the register on the last day, and on the day after it
    [InlineData(null, "2026-03-31", DutyStatus.Overdue)]
    [InlineData(null, "2026-04-01", DutyStatus.NotOwed)]
    [InlineData("2026-05-01", "2026-04-01", DutyStatus.DoneLate)]
    public void A_unit_owes_nothing_of_before_it_was_registered(string? doneOn, string registeredOn, DutyStatus status)
    {
        var due = DutyRule.DueOf(YearlyDuty.ResponsibilityLetter, 2026, Rule, WorkingCalendar.Shipped);

        Assert.Equal(
            status, DutyRule.StatusOf(due, doneOn is null ? null : DateOnly.Parse(doneOn), new(2026, 5, 1), DateOnly.Parse(registeredOn)));
    }

    // What is stored is read for ever: this is how the first program wrote it.
    public static TheoryData<string, Type> Stored => new()
    {
        {
            """
            {"kind":"letter","signedOn":"2026-03-02","signedBy":"王主任","signedWith":"县委平安办",
            "documentNumber":"永平安责〔2026〕3号","remarks":null}
            """,
            typeof(YearlyContent.Letter)
        },
        {
            """
            {"kind":"report","submittedOn":"2026-01-20","summary":"履职情况",
            "evidence":[{"name":"述职报告","uri":"https://oa.example/1","sha256":null}]}
            """,
            typeof(YearlyContent.Report)
        },
        {
            """
            {"kind":"commendation","title":"平安建设先进个人","awardedBy":"省委","awardedOn":"2025-11-03",
            "documentNumber":null,"citation":"成绩突出"}
            """,
            typeof(YearlyContent.Commendation)
        },
        {
            """
            {"kind":"post","unitId":"yj-oubei","title":"书记","role":"principal","responsibility":"first",
            "from":"2024-01-01","to":"2026-05-31"}
            """,
            typeof(YearlyContent.Post)
        },
        { """{"kind":"samePerson","otherId":"o-7"}""", typeof(YearlyContent.SamePerson) },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_stored_entry_reads_back_and_is_written_the_same(string content, Type type)
    {
        // Without the line breaks, which are not stored.
        var stored = $$"""
            {"book":"letters","subject":"unit:yj-oubei","revision":2,"item":"2026","content":{{content}},
            "reason":"笔误","actor":"officer:张","at":"2026-03-03T01:00:00Z"}
            """.ReplaceLineEndings("");
        var entry = JsonSerializer.Deserialize<YearlyEntry>(stored, DomainJson.Options)!;

        Assert.IsType(type, entry.Content);
        Assert.Equal(new Subject.Unit(new UnitId("yj-oubei")), entry.Subject);
        Assert.Equal(stored, JsonSerializer.Serialize(entry, DomainJson.Options));
    }

    // 31 December 2026 is a Thursday; ten working days after 1 January 2027 are 15 January (the second is a Saturday).
    [Theory]
    [InlineData("summary", "2026-12-31")]
    [InlineData("examination", "2027-01-15")]
    public void A_row_of_the_table_is_due_by_its_own_day_or_working_days(string code, string due)
    {
        var rule = Rule with
        {
            Duties =
            [
                new("summary", "年终工作总结", "year-end summary", new YearlyDueRule(0, 12, 31, null), DutyOwer.Unit, "办法"),
                new("examination", "述法报告", "report on law", new YearlyDueRule(1, 1, 1, 10), DutyOwer.Reporters, "办法", [7], [3]),
            ],
        };
        Assert.Equal(
            [.. YearlyDuty.All, "summary", "examination"], rule.Table.Select(duty => duty.Code));
        var last = DutyRule.DueOf(code, 2026, rule, WorkingCalendar.Shipped);
        Assert.Equal(DateOnly.Parse(due), last.Effective);

        // The second row has reminder days of its own; 8 January is a Friday, 18 a Monday.
        var days = DutyReminders.DaysOf(2026, DutyRule.DueOf("examination", 2026, rule, WorkingCalendar.Shipped), rule,
            WorkingCalendar.Shipped, rule.Find("examination"));
        Assert.Equal([new DateOnly(2027, 1, 8), new DateOnly(2027, 1, 18)], days);
    }

    [Fact]
    public void What_was_taken_back_does_not_stand_and_the_last_entry_of_an_item_does()
    {
        YearlyEntry Entry(int revision, string item, string? title) => new(
            YearlyRecordKind.Commendations, new Subject.Official(new OfficialId("o-1")), revision, item,
            title is null ? null : new YearlyContent.Commendation(title, "省委", new(2025, 11, 3)), null, "officer:张",
            DateTimeOffset.UnixEpoch);

        var standing = YearlyEntry.Standing([Entry(1, "a", "甲"), Entry(2, "b", "乙"), Entry(3, "a", "丙"), Entry(4, "b", null)]);

        Assert.Equal([("a", 3)], standing.Select(entry => (entry.Item, entry.Revision)));
    }
}
