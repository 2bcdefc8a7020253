using System.Text.Json.Nodes;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>
/// Rulebooks of real texts whose terms are known in part. They stand in the tests alone: nobody should take an invented one for law.
/// </summary>
internal static class RealTextRulebooks
{
    /// <summary>A listing that bars nobody and ends in a decision; no veto, no lower rung, no extension.</summary>
    public static JsonObject Bare(string id) => new()
    {
        ["id"] = id,
        ["name"] = $"测试用规则 {id}",
        ["validFrom"] = "2020-01-01",
        ["validTo"] = null,
        ["listing"] = new JsonObject { ["sanctionMonths"] = null, ["source"] = "第一条", ["missed"] = "decision" },
        ["veto"] = null,
        ["sanctionedRoles"] = new JsonArray("principal"),
        ["extension"] = null,
        ["reminders"] = new JsonObject
        {
            ["daysBeforeDeadline"] = new JsonArray(7, 0),
            ["daysAfterDeadline"] = new JsonArray(1, 7),
            ["daysBeforeSanctionEnd"] = 30,
            ["at"] = "09:00:00",
        },
        ["yellowDays"] = 15,
        ["backdating"] = new JsonObject { ["maxDaysBack"] = 366, ["maxDaysAhead"] = 31 },
        ["copies"] = new JsonArray("组织部"),
        ["escalation"] = "automatic",
        ["vetoStart"] = "deadline",
        ["vetoPersons"] = "listed",
        ["directVeto"] = null,
        ["listingSanction"] = "fixedTerm",
        ["milestones"] = null,
        ["copiesOfVeto"] = null,
        ["assessmentVeto"] = null,
        ["choices"] = new JsonArray(),
        ["yearlyCycle"] = null,
        ["ladder"] = null,
    };

    /// <summary>R6: 60 days from the receipt of the order. R7: 60 days from the accident.</summary>
    public static JsonObject SixtyDays(string id, string countedFrom)
    {
        var book = Bare(id);
        book["listing"]!["period"] = new JsonObject { ["days"] = 60 };
        book["listing"]!["periodRule"] = PeriodRule(countedFrom, "nextWorkingDay");
        return book;
    }

    /// <summary>R8: at most one year; an extension is asked for 20 working days before the end and decided within 10.</summary>
    public static JsonObject AtMostOneYear()
    {
        var book = Bare("city-2012");
        book["listing"]!["periodRule"] = PeriodRule("measure", "nextWorkingDay", most: new JsonObject { ["months"] = 12 });
        book["extension"] = new JsonObject
        {
            ["maxCount"] = 1,
            ["maxMonths"] = 6,
            ["source"] = "第八条",
            ["askedBefore"] = new JsonObject { ["workingDays"] = 20 },
            ["decidedWithin"] = new JsonObject { ["workingDays"] = 10 },
        };
        return book;
    }

    /// <summary>R9: six months, extended by at most six in all, asked for one month before; no veto.</summary>
    public static JsonObject Environment()
    {
        var book = Bare("environment-2021");
        book["listing"]!["period"] = new JsonObject { ["months"] = 6 };
        book["extension"] = new JsonObject
        {
            ["maxCount"] = 3,
            ["maxMonths"] = 6,
            ["source"] = "第九条",
            ["inAll"] = new JsonObject { ["months"] = 6 },
            ["askedBefore"] = new JsonObject { ["months"] = 1 },
        };
        return book;
    }

    /// <summary>R10: 60 days, a report every week.</summary>
    public static JsonObject WeeklyReports(string onDayOff)
    {
        var book = Bare($"land-{onDayOff.ToLowerInvariant()}");
        book["listing"]!["period"] = new JsonObject { ["days"] = 60 };
        book["listing"]!["periodRule"] = PeriodRule("measure", onDayOff);
        book["milestones"] = new JsonObject
        {
            ["planWorkingDays"] = null,
            ["reportEveryMonths"] = null,
            ["daysBefore"] = new JsonArray(0),
            ["source"] = "第十条",
            ["reportsFrom"] = "measure",
            ["reportEvery"] = new JsonObject { ["days"] = 7 },
            ["onDayOff"] = onDayOff,
        };
        return book;
    }

    /// <summary>R11: a plan within 30 calendar days of the receipt.</summary>
    public static JsonObject PlanInCalendarDays(string onDayOff)
    {
        var book = Bare($"transport-{onDayOff.ToLowerInvariant()}");
        book["milestones"] = new JsonObject
        {
            ["planWorkingDays"] = null,
            ["reportEveryMonths"] = null,
            ["daysBefore"] = new JsonArray(0),
            ["source"] = "第十一条",
            ["plan"] = new JsonObject { ["days"] = 30 },
            ["onDayOff"] = onDayOff,
        };
        return book;
    }

    /// <summary>R12: the veto counts for the assessment year.</summary>
    public static JsonObject VetoForTheYear()
    {
        var book = WithVeto("city-2007");
        book["veto"] = new JsonObject
        {
            ["sanctionMonths"] = null,
            ["source"] = "第十二条",
            ["sanction"] = new JsonObject { ["yearEnding"] = "12-31" },
        };
        return book;
    }

    /// <summary>R13: the veto is proposed after two failed years in a row or three in all.</summary>
    public static JsonObject ThreeFailedYears()
    {
        var book = WithVeto("city-2016");
        book["escalation"] = "byDecision";
        book["assessmentVeto"] = new JsonObject { ["source"] = "第十三条", ["inAll"] = 3 };
        book["backdating"]!["maxDaysBack"] = 3650;
        return book;
    }

    /// <summary>R14: an order to rectify within a time, then a criticism by notice, which ends the matter.</summary>
    public static JsonObject OrderThenCriticism()
    {
        var book = Bare("shanghai-2018");
        book["listing"] = null;
        book["ladder"] = Ladder(notice: Rung("criticism"), talk: null);
        return book;
    }

    /// <summary>R15: a talk, then an order of the higher body; no veto.</summary>
    public static JsonObject TalkThenDecision()
    {
        var book = Bare("guangdong-2021");
        book["listing"] = null;
        book["ladder"] = Ladder(notice: null, talk: Rung("decision"));
        return book;
    }

    /// <summary>A talk that counts its two months from a day other than its own, with a plan and reports on the way.</summary>
    public static JsonObject TalkCountedFrom(string countedFrom)
    {
        var book = TalkThenDecision();
        book["id"] = $"talk-from-{countedFrom}";
        book["ladder"]!["talk"]!["periodRule"] = PeriodRule(countedFrom, "nextWorkingDay");
        book["ladder"]!["talk"]!["milestones"] = new JsonObject
        {
            ["planWorkingDays"] = 10,
            ["reportEveryMonths"] = 1,
            ["daysBefore"] = new JsonArray(0),
            ["source"] = "第六条",
        };
        return book;
    }

    /// <summary>R18: a township may propose the veto, and the county decides it.</summary>
    public static JsonObject ProposedVeto()
    {
        var book = WithVeto("county-1991");
        book["directVeto"]!["proposalSource"] = "第五条";
        return book;
    }

    /// <summary>A listing for half a year that is followed by a veto, and a veto without a listing.</summary>
    public static JsonObject WithVeto(string id)
    {
        var book = Bare(id);
        book["listing"] = new JsonObject { ["sanctionMonths"] = 6, ["source"] = "第一条" };
        book["veto"] = new JsonObject { ["sanctionMonths"] = 12, ["source"] = "第二条" };
        book["directVeto"] = new JsonObject { ["littleLeftDays"] = 90, ["eventSource"] = "第三条", ["decisionSource"] = "第四条" };
        return book;
    }

    private static JsonObject PeriodRule(string countedFrom, string onDayOff, JsonObject? most = null) => new()
    {
        ["countedFrom"] = countedFrom,
        ["onDayOff"] = onDayOff,
        ["least"] = null,
        ["most"] = most,
        ["source"] = "第七条",
    };

    private static JsonObject Rung(string missed) => new()
    {
        ["period"] = new JsonObject { ["months"] = 2 },
        ["daysBefore"] = new JsonArray(7, 0),
        ["source"] = "第五条",
        ["missed"] = missed,
    };

    private static JsonObject Ladder(JsonObject? notice, JsonObject? talk) => new()
    {
        ["notice"] = notice,
        ["talk"] = talk,
        ["skips"] = new JsonArray(),
        ["source"] = "第六条",
    };

    /// <summary>Loads the rulebook as an office does.</summary>
    public static Task LoadAsync(App app, JsonObject book) => app.PutAsync($"/api/rulebooks/{book["id"]}", book);
}
