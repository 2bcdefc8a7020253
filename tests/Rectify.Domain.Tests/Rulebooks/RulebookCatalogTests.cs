using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Rulebooks;

public class RulebookCatalogTests
{
    private static readonly Rulebook Zhejiang = RulebookCatalog.Shipped.Find("zhejiang-2017")!;

    [Fact]
    public void The_shipped_rulebook_says_what_the_regulation_says()
    {
        Assert.Equal(new DateOnly(2017, 11, 30), Zhejiang.ValidFrom);
        Assert.Null(Zhejiang.ValidTo);
        Assert.Equal((6, 12), (Zhejiang.Listing!.SanctionMonths, Zhejiang.Veto!.SanctionMonths));
        Assert.Equal([LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge], Zhejiang.SanctionedRoles);
        Assert.Equal((1, 3), (Zhejiang.Extension!.MaxCount, Zhejiang.Extension.MaxMonths));
        Assert.Equal([30, 15, 7, 3, 1, 0], Zhejiang.Reminders.DaysBeforeDeadline);
        Assert.Equal(15, Zhejiang.YellowDays);
        Assert.Equal(6, Zhejiang.Copies.Count);
        Assert.All([Zhejiang.Listing!.Source, Zhejiang.Veto!.Source, Zhejiang.Extension.Source, Zhejiang.Name], Assert.NotEmpty);
    }

    [Fact]
    public void The_second_rulebook_takes_every_switch_the_other_way()
    {
        var henan = RulebookCatalog.Shipped.Find("henan-2016")!;

        Assert.Equal((Escalation.Automatic, Escalation.ByDecision), (Zhejiang.Escalation, henan.Escalation));
        Assert.Equal((VetoStart.Deadline, VetoStart.Decision), (Zhejiang.VetoStart, henan.VetoStart));
        Assert.Equal((ListingSanction.FixedTerm, ListingSanction.WhileListed), (Zhejiang.ListingSanction, henan.ListingSanction));
        Assert.All(RulebookCatalog.Shipped.Rulebooks, rulebook => Assert.NotEmpty(rulebook.Choices!));
        // What goes into decisions is a citation and never a remark on it.
        Assert.All(new[] { henan.Listing!.Source, henan.Veto!.Source, henan.AssessmentVeto!.Source },
            source => Assert.DoesNotContain("选定", source));
        Assert.All([Zhejiang, henan, RulebookCatalog.Shipped.Find("zhejiang-2017-3")!], rulebook => Assert.Equal(
            (new Period.Months(1), new Period.Months(2)), (rulebook.Ladder!.Notice!.Period, rulebook.Ladder.Talk!.Period)));
        Assert.Null(henan.Extension);
        Assert.Null(henan.YearlyCycle);
        Assert.NotNull(Zhejiang.YearlyCycle);
        Assert.Null(Zhejiang.Milestones);
        Assert.Equal((10, 2), (henan.Milestones!.PlanWorkingDays, henan.Milestones.ReportEveryMonths));
        Assert.Equal("zhejiang-2017-3", RulebookCatalog.Shipped.InForceOn(new(2026, 1, 1))!.Id);
        Assert.All(RulebookCatalog.Shipped.Rulebooks, rulebook => Assert.NotNull(rulebook.DirectVeto));
    }

    [Fact]
    public void The_corrected_rulebook_of_Henan_says_what_its_articles_say()
    {
        var henan = RulebookCatalog.Shipped.Find("henan-2016-2")!;

        Assert.Equal((new DateOnly(2016, 12, 16), "henan-2016"), (henan.ValidFrom, henan.Replaces));
        Assert.Equal(
            (new Period.Months(2), new Period.Months(3)), (henan.Ladder!.Notice!.Period, henan.Ladder.Talk!.Period));
        Assert.Null(henan.Ladder.Notice.Milestones);
        Assert.Null(henan.Milestones);
        Assert.Equal(
            [(10, 1), (10, 2)],
            from rule in new[] { henan.Ladder.Talk.Milestones!, henan.Listing!.Milestones! }
            select (rule.PlanWorkingDays, rule.ReportEveryMonths));
        Assert.Equal(
            [LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge, LeaderRole.RelatedLiable], henan.RolesOf(Measure.Listing));
        Assert.Equal([LeaderRole.Principal, LeaderRole.InCharge, LeaderRole.DirectlyLiable], henan.RolesToNameOf(Measure.Veto));
        Assert.Equal(
            (null, 10, 10),
            (henan.Ladder.Notice.ApplicationWorkingDays, henan.Ladder.Talk.ApplicationWorkingDays, henan.Listing!.ApplicationWorkingDays));
        Assert.Contains("豫办〔2009〕23号", henan.Veto!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_corrected_rulebook_of_Zhejiang_lets_an_officer_name_the_directly_liable()
    {
        var corrected = RulebookCatalog.Shipped.Find("zhejiang-2017-2")!;

        Assert.Equal((new DateOnly(2018, 1, 1), "zhejiang-2017"), (corrected.ValidFrom, corrected.Replaces));
        foreach (var measure in Enum.GetValues<Measure>())
        {
            Assert.Equal(Zhejiang.SanctionedRoles, corrected.RolesOf(measure));
            Assert.Equal([.. Zhejiang.SanctionedRoles, LeaderRole.DirectlyLiable], corrected.RolesToNameOf(measure));
            Assert.Equal(Zhejiang.SanctionedRoles, Zhejiang.RolesToNameOf(measure));
        }
    }

    [Fact]
    public void The_rulebook_of_Zhejiang_lists_the_six_grounds_of_the_measures_and_the_six_events_of_article_28()
    {
        var zhejiang = RulebookCatalog.Shipped.Find("zhejiang-2017-3")!;

        Assert.Equal("zhejiang-2017-2", zhejiang.Replaces);
        Assert.Equal(
            [("浙江省平安建设和社会治安综合治理领导责任制实施办法", 6), ("浙江省社会治安综合治理条例第二十八条", 6)],
            zhejiang.Grounds!.CountBy(ground => ground.Source).Select(source => (source.Key, source.Value)));
        Assert.Contains(zhejiang.Grounds!, ground => ground is { Code: "tl28-4", Chinese: "生产安全事故" });
        Assert.Contains(zhejiang.Choices!, choice => choice.Contains("原文为准", StringComparison.Ordinal));

        // The sources give the number of Henan's nine grounds and not their words.
        Assert.Null(RulebookCatalog.Shipped.Find("henan-2016-2")!.Grounds);
    }

    [Fact]
    public void A_rulebook_that_another_one_replaces_is_kept_and_never_chosen()
    {
        Rulebook[] editions =
        [
            Zhejiang with { Id = "c", Replaces = "b", ValidFrom = new(2017, 1, 1) }, Zhejiang with { Id = "b", Replaces = "a" },
            Zhejiang with { Id = "a" },
        ];
        var catalog = new RulebookCatalog(editions);

        Assert.Equal(["a", "b", "c"], catalog.Rulebooks.Select(edition => edition.Id));
        Assert.Equal(["c"], catalog.Open.Select(edition => edition.Id));
        Assert.Equal([null, "c", "c"], editions.Select(edition => catalog.SuccessorOf(edition)?.Id));
        Assert.Equal("c", catalog.InForceOn(new(2026, 1, 1))!.Id);

        // Whose successor is not there counts as before.
        Assert.Equal("b", new RulebookCatalog(editions[1..]).InForceOn(new(2026, 1, 1))!.Id);
    }

    [Fact]
    public void A_rulebook_is_replaced_by_one_and_not_by_itself()
    {
        var (first, second) = (Zhejiang with { Id = "a", Replaces = "b" }, Zhejiang with { Id = "b", Replaces = "a" });

        Assert.Contains("a replaces itself", Assert.Throws<ArgumentException>(() => new RulebookCatalog([first, second])).Message);
        Assert.Contains(
            "b is replaced by one rulebook",
            Assert.Throws<ArgumentException>(() => new RulebookCatalog([first, first with { Id = "c" }])).Message);
    }

    [Theory]
    [InlineData("listing/applicationWorkingDays", "0", "ApplicationWorkingDays")]
    [InlineData("listing/applicationWorkingDays", "61", "ApplicationWorkingDays")]
    [InlineData("ladder/talk/applicationWorkingDays", "0", "ApplicationWorkingDays")]
    [InlineData("listing/milestones/planWorkingDays", "0", "PlanWorkingDays")]
    [InlineData("listing/milestones/weeks", "1", "weeks")]
    [InlineData("listing/milestones/reportsFrom", "\"now\"", "listing.milestones.reportsFrom")]
    [InlineData("ladder/talk/milestones/lastDay", "\"maybe\"", "ladder.talk.milestones.lastDay")]
    [InlineData("veto/sanctionedRoles", "[\"mayor\"]", "mayor")]
    [InlineData("veto/milestones", "null", "milestones")]
    [InlineData("namedRoles", "[\"mayor\"]", "mayor")]
    [InlineData("replacedBy", "\"c\"", "replacedBy")]
    public void A_value_that_cannot_be_in_the_members_of_later_files_is_an_error_too(string path, string value, string named)
    {
        var json = JsonSerializer.SerializeToNode(RulebookCatalog.Shipped.Find("henan-2016-2")!, DomainJson.Options)!.AsObject();
        Parent(json, path)[Name(path)] = JsonNode.Parse(value);

        Assert.Contains(named, Refusal(json));
    }

    // What an older file does not say is not written into its cases either: they stay what they were.
    [Fact]
    public void The_replaced_rulebooks_are_stored_as_before()
    {
        foreach (var id in new[] { "henan-2016", "zhejiang-2017" })
        {
            var stored = JsonSerializer.Serialize(RulebookCatalog.Shipped.Find(id)!, DomainJson.Options);
            foreach (var member in new[] { "replaces", "namedRoles", "applicationWorkingDays", "reportsFrom", "lastDay" })
                Assert.DoesNotContain($"\"{member}\"", stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Copies_of_a_veto_are_those_of_every_decision_unless_the_rulebook_names_others()
    {
        Assert.Equal(Zhejiang.Copies, Zhejiang.CopiesOf(Measure.Veto));
        var other = Zhejiang with { CopiesOfVeto = ["组织部"] };
        Assert.Equal(["组织部"], other.CopiesOf(Measure.Veto));
        Assert.Equal(Zhejiang.Copies, other.CopiesOf(Measure.Listing));
    }

    [Theory]
    // boundary
    [InlineData("2017-11-29", false)]
    [InlineData("2017-11-30", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void An_edition_is_in_force_from_its_first_to_its_last_day(string day, bool inForce)
    {
        var edition = Zhejiang with { ValidTo = new(2026, 12, 31) };

        Assert.Equal(inForce, edition.InForceOn(DateOnly.Parse(day)));
        Assert.Equal(inForce ? edition : null, new RulebookCatalog([edition]).InForceOn(DateOnly.Parse(day)));
    }

    [Fact]
    public void An_edition_without_a_last_day_stays_in_force() => Assert.True(Zhejiang.InForceOn(DateOnly.MaxValue));

    [Fact]
    public void Of_several_editions_in_force_the_latest_counts()
    {
        var later = Zhejiang with { Id = "a-2023", ValidFrom = new(2023, 7, 1) };
        var rulebookCatalog = new RulebookCatalog([later, Zhejiang]);

        Assert.Equal("zhejiang-2017", rulebookCatalog.InForceOn(new(2023, 6, 30))!.Id);
        Assert.Equal("a-2023", rulebookCatalog.InForceOn(new(2023, 7, 1))!.Id);
        Assert.Equal(["a-2023", "zhejiang-2017"], rulebookCatalog.Rulebooks.Select(edition => edition.Id));
        Assert.Null(rulebookCatalog.Find("none"));
    }

    public static TheoryData<string> Members => [.. Paths(Written(), "")];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_missing_member_is_an_error_that_names_it(string path)
    {
        var json = Written();
        Parent(json, path).Remove(Name(path));

        Assert.Contains(Name(path), Refusal(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("listing/")]
    [InlineData("veto/")]
    [InlineData("extension/")]
    [InlineData("reminders/")]
    [InlineData("directVeto/")]
    [InlineData("milestones/")]
    [InlineData("backdating/")]
    [InlineData("yearlyCycle/")]
    [InlineData("yearlyCycle/dutyReport/")]
    [InlineData("ladder/")]
    [InlineData("ladder/talk/")]
    public void An_unknown_member_is_an_error_that_names_it(string parent)
    {
        var json = Written();
        Parent(json, parent)["suspendedDays"] = 1;

        Assert.Contains("suspendedDays", Refusal(json));
    }

    [Theory]
    [InlineData("id", "null", "id")]
    [InlineData("validFrom", "\"2017-11-31\"", "2017-11-31")]
    [InlineData("validFrom", "\"2017-1-1\"", "2017-1-1")]
    [InlineData("sanctionedRoles", "[\"mayor\"]", "mayor")]
    [InlineData("sanctionedRoles", "[\"Principal\"]", "Principal")]
    [InlineData("sanctionedRoles", "null", "sanctionedRoles")]
    [InlineData("reminders/at", "\"25:00:00\"", "reminders.at")]
    [InlineData("yellowDays", "\"15\"", "yellowDays")]
    [InlineData("escalation", "\"later\"", "later")]
    [InlineData("vetoStart", "null", "vetoStart")]
    // boundary
    [InlineData("directVeto/littleLeftDays", "366", "LittleLeftDays")]
    [InlineData("milestones/planWorkingDays", "0", "PlanWorkingDays")]
    [InlineData("milestones/planWorkingDays", "501", "PlanWorkingDays")]
    [InlineData("milestones/reportEveryMonths", "0", "ReportEveryMonths")]
    [InlineData("milestones/reportEveryMonths", "25", "ReportEveryMonths")]
    [InlineData("milestones/daysBefore", "[-1]", "DaysBefore")]
    [InlineData("listing/sanctionMonths", "0", "SanctionMonths")]
    [InlineData("veto/sanctionMonths", "25", "SanctionMonths")]
    [InlineData("extension/maxCount", "0", "MaxCount")]
    [InlineData("extension/maxMonths", "0", "MaxMonths")]
    [InlineData("extension/maxMonths", "25", "MaxMonths")]
    [InlineData("reminders/daysBeforeDeadline", "[30,-1]", "DaysBeforeDeadline")]
    [InlineData("reminders/daysAfterDeadline", "[0]", "DaysAfterDeadline")]
    [InlineData("reminders/daysBeforeSanctionEnd", "-1", "DaysBeforeSanctionEnd")]
    [InlineData("ladder/notice", "5", "ladder.notice")]
    [InlineData("ladder/notice/period", "{\"dueOn\":\"2026-09-30\"}", "2026-09-30")]
    [InlineData("ladder/notice/period", "{\"months\":25}", "25")]
    [InlineData("ladder/talk/period", "{\"weeks\":2}", "weeks")]
    [InlineData("ladder/talk/daysBefore", "[367]", "367")]
    [InlineData("ladder/skips", "[{\"severity\":\"serious\"}]", "ladder.skips[0]")]
    [InlineData("ladder/skips", "[{\"severity\":\"dire\",\"to\":\"talk\"}]", "ladder.skips[0].severity: \"dire\"")]
    [InlineData("ladder/skips", "[{\"severity\":\"serious\",\"to\":\"notice\"}]", "notice for serious")]
    [InlineData("ladder/skips", "[{\"severity\":\"serious\",\"to\":\"talk\"},{\"severity\":\"serious\",\"to\":\"listing\"}]",
        "serious twice")]
    [InlineData("backdating/maxDaysBack", "-1", "MaxDaysBack")]
    [InlineData("backdating/maxDaysAhead", "367", "MaxDaysAhead")]
    [InlineData("yearlyCycle/responsibilityLetter/yearsAfter", "2", "YearsAfter")]
    [InlineData("yearlyCycle/responsibilityLetter/yearsAfter", "-1", "YearsAfter")]
    [InlineData("yearlyCycle/dutyReport/month", "0", "Month")]
    [InlineData("yearlyCycle/dutyReport/month", "13", "Month")]
    [InlineData("yearlyCycle/assessment/day", "0", "Day")]
    [InlineData("yearlyCycle/assessment/day", "32", "Day")]
    [InlineData("yearlyCycle/assessment/workingDays", "0", "WorkingDays")]
    [InlineData("yearlyCycle/assessment/workingDays", "251", "WorkingDays")]
    [InlineData("yearlyCycle/reporters", "[\"second\"]", "second")]
    [InlineData("yearlyCycle/daysBefore", "[367]", "DaysBefore")]
    [InlineData("yearlyCycle/daysAfter", "[0]", "DaysAfter")]
    public void A_value_that_cannot_be_is_an_error_that_names_it(string path, string value, string named)
    {
        var json = Written();
        Parent(json, path)[Name(path)] = JsonNode.Parse(value);

        Assert.Contains(named, Refusal(json));
    }

    private static JsonObject Written() =>
        JsonSerializer.SerializeToNode(Zhejiang with { Milestones = new MilestoneRule(10, 2, [0], "第三十四条") }, DomainJson.Options)!
            .AsObject();

    private static string Refusal(JsonObject json) =>
        Assert.Throws<RulebookFileException>(() => RulebookCatalog.Read("a.json", json.ToJsonString())).Message;

    [Fact]
    public void A_severity_leads_to_a_talk_only_where_the_rulebook_uses_talks()
    {
        var json = Written();
        json["ladder"]!["talk"] = null;
        Assert.Contains("talk for serious", Refusal(json));

        json["ladder"]!["skips"] = new JsonArray();
        Assert.Null(RulebookCatalog.Read("a.json", json.ToJsonString()).Ladder!.Talk);
        json["ladder"] = null;
        Assert.Null(RulebookCatalog.Read("a.json", json.ToJsonString()).Ladder);
    }

    // As a case holds it that was opened before the ladder was kept.
    [Fact]
    public void A_stored_rulebook_without_a_ladder_is_read_and_has_none()
    {
        var json = Written();
        json.Remove("ladder");
        Assert.Null(json.Deserialize<Rulebook>(DomainJson.Options)!.Ladder);
        Assert.StartsWith("a.json: ladder: missing", Refusal(json));
    }

    [Fact]
    public void A_refused_file_is_named_with_the_member_and_its_value()
    {
        var json = Written();
        json["reminders"]!["at"] = "25:00:00";
        var refused = Assert.Throws<RulebookFileException>(() => RulebookCatalog.Read("a.json", json.ToJsonString()));

        Assert.Equal(("a.json", "reminders.at", "\"25:00:00\""), (refused.File, refused.Member, refused.Value));
        Assert.Equal(("a.json", "$"),
            (Assert.Throws<RulebookFileException>(() => RulebookCatalog.Read("a.json", "{")) is var broken ? (broken.File, broken.Member)
                : default));
        json.Remove("reminders");
        Assert.StartsWith("a.json: reminders: missing", Refusal(json));
    }

    private static JsonObject Parent(JsonObject json, string path) =>
        path.Split('/').SkipLast(1).Aggregate(json, (parent, name) => parent[name]!.AsObject());

    private static string Name(string path) => path.Split('/')[^1];

    private static IEnumerable<string> Paths(JsonObject json, string parent) =>
        json.SelectMany(member => member.Value is JsonObject inner
            ? Paths(inner, $"{parent}{member.Key}/").Prepend(parent + member.Key)
            : [parent + member.Key]);
}
