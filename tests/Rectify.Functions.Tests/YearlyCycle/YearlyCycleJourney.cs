using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Listings;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>The yearly cycle through HTTP: who is responsible, what is owed and until when, what was entered and corrected.</summary>
public class YearlyCycleJourney
{
    private static readonly object Letter =
        new { signedOn = "2026-03-20", signedBy = "王主任", signedWith = "永嘉县平安办", documentNumber = "永平安责〔2026〕3号" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings that choose where ledger, register and books lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task A_letter_is_owed_to_its_last_day_overdue_from_the_next_and_done_when_it_is_entered()
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        Assert.Equal(("2026-03-31", "open", "green", null), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));
        await app.AdvanceAsync("2026-03-16 00:00");
        Assert.Equal(("2026-03-31", "open", "yellow", null), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));
        await app.AdvanceAsync("2026-03-31 23:59");
        Assert.Equal(("2026-03-31", "open", "yellow", null), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));
        await app.AdvanceAsync("2026-04-01 00:00");
        Assert.Equal(("2026-03-31", "overdue", "red", null), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(app, "responsibility-letters/yj-oubei/2026", Letter)).Status);
        Assert.Equal(("2026-03-31", "done", "grey", "2026-03-20"), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));
        // The same again, as after a lost answer: nothing new.
        var again = await PutAsync(app, "responsibility-letters/yj-oubei/2026", Letter);
        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, again.View.GetProperty("entries").GetArrayLength()));

        var late =
            await PutAsync(app, "responsibility-letters/yj-oubei/2026",
                new { signedOn = "2026-04-01", signedBy = "王主任", signedWith = "永嘉县平安办", reason = "日期误录" });
        Assert.Equal(["2026-03-20", "2026-04-01"],
            late.View.GetProperty("entries").EnumerateArray().Select(entry => Text(entry.GetProperty("content"), "signedOn")));
        Assert.All(late.View.GetProperty("entries").EnumerateArray(), entry => Assert.Equal("officer:officer", Text(entry, "actor")));
        Assert.Equal(("2026-03-31", "doneLate", "grey", "2026-04-01"), Standing(await DutyAsync(app, 2026, "responsibilityLetter")));

        // The next year's letter was not touched, and this one is owed again when it is taken back.
        await BadListingTests.ProblemAsync(await app.Http.DeleteAsync("/api/responsibility-letters/yj-oubei/2026", Cancellation), 422,
            "reason-needed");
        var back = await app.Http.DeleteAsync("/api/responsibility-letters/yj-oubei/2026?reason=%E8%AF%AF%E5%BD%95", Cancellation);
        Assert.Equal(JsonValueKind.Null, (await back.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("letter").ValueKind);
        Assert.Equal("overdue", Text(await DutyAsync(app, 2026, "responsibilityLetter"), "status"));
        await BadListingTests.ProblemAsync(await app.Http.GetAsync("/api/responsibility-letters/yj-oubei/2027", Cancellation), 404,
            "not-found");
    }

    // boundary: registered on the last day, and on the day after it
    [Theory]
    [InlineData("2026-03-31 09:30", "overdue", "red")]
    [InlineData("2026-04-01 09:30", "notOwed", "grey")]
    public async Task A_unit_does_not_owe_the_letter_of_a_day_before_it_was_registered(string registered, string status, string light)
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        await app.AdvanceAsync(registered);
        await RegisterAsync(app, "new-unit", "新单位");
        await app.AdvanceAsync("2026-04-20 09:30");
        await RegisterAsync(app, "new-unit", "新单位（更名）");

        var duties = (await app.ItemsAsync("/api/yearly-cycle/2026?unitId=new-unit"))[0].GetProperty("duties").EnumerateArray().ToList();
        Assert.Equal((status, light), (Text(duties[0], "status"), Text(duties[0], "light")));
        Assert.Equal("open", Text(duties[^1], "status"));
        Assert.Equal(registered[..10], Text(await app.GetAsync("/api/units/new-unit"), "registeredOn"));
        // Owed or not, a letter that was signed all the same is entered.
        await PutAsync(app, "responsibility-letters/new-unit/2026", Letter);
        Assert.Equal("done", Text((await app.ItemsAsync("/api/yearly-cycle/2026?unitId=new-unit"))[0].GetProperty("duties")[0], "status"));
    }

    [Fact]
    public async Task A_unit_that_a_table_brings_later_owes_nothing_of_before_either()
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        await app.AdvanceAsync("2026-04-20 09:30");
        var table = "unitId,name,kind,level,liaisonName,liaisonEmail\n"
            + "yj-oubei,瓯北街道,locality,township,陈,c@oubei.example\nnew-unit,新单位,unit,county,李,l@new.example\n";
        var imported = await app.Http.PostAsync("/api/registry/import", new StringContent(table, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Cancellation));

        var added = (await app.ItemsAsync("/api/yearly-cycle/2026?unitId=new-unit"))[0].GetProperty("duties")[0];
        Assert.Equal("notOwed", Text(added, "status"));
        var known = (await app.ItemsAsync("/api/yearly-cycle/2026?unitId=yj-oubei"))[0].GetProperty("duties")[0];
        Assert.Equal("overdue", Text(known, "status"));
    }

    [Fact]
    public async Task An_assessment_that_the_office_has_not_made_is_overdue_for_the_office_and_not_for_the_unit()
    {
        const string key = "unit-oubei-key-of-the-tests";
        await using var app = await App.StartAsync(
            "2026-01-05 09:30",
            [
                .. Storage, "--Access:Keys:0:Name=瓯北街道", "--Access:Keys:0:Role=unit",
                $"--Access:Keys:0:Key={key}", "--Access:Keys:0:UnitId=yj-oubei",
            ]);
        await app.AdvanceAsync("2026-04-20 09:30");

        var own = (await app.ItemsAsync("/api/yearly-cycle/2025"))[0].GetProperty("duties").EnumerateArray().Last();
        Assert.Equal("overdue", Text(own, "status"));
        var seen = (await app.GetAsync("/api/yearly-cycle/2025", key)).GetProperty("items")[0]
            .GetProperty("duties").EnumerateArray().Last();
        Assert.Equal(("assessment", "awaitsOffice", "yellow"), (Text(seen, "duty"), Text(seen, "status"), Text(seen, "light")));
    }

    private static Task RegisterAsync(App app, string unitId, string name) => app.PutAsync(
        $"/api/units/{unitId}", new { name, kind = "unit", level = "county", liaison = new { name = "李", email = "l@new.example" } });

    [Fact]
    public async Task First_and_direct_responsible_persons_owe_a_report_each_whatever_roles_are_sanctioned()
    {
        await using var app = await StartAsync("2026-01-05 09:30");
        var view = await YearAsync(app, 2025);
        Assert.Empty(view.GetProperty("responsible").EnumerateArray());
        Assert.Contains("no report is owed", Assert.Single(view.GetProperty("warnings").EnumerateArray()).GetString());

        // A head with no sanctioned role, a principal who is one of the others.
        await AppointAsync(app, "o-4", "other", "first");
        await AppointAsync(app, "o-1", "principal", "other");
        await AppointAsync(app, "o-2", "supervising", "direct");
        view = await YearAsync(app, 2025);
        Assert.Equal([("o-4", "first"), ("o-2", "direct"), ("o-1", "other")],
            view.GetProperty("responsible").EnumerateArray()
                .Select(person => (Text(person, "officialId"), Text(person, "responsibility"))));
        // 31 January 2026 is a Saturday.
        Assert.Equal([("o-4", "2026-02-02"), ("o-2", "2026-02-02")],
            Reports(view).Select(duty => (Text(duty, "officialId"), Text(duty, "dueOn"))));
        Assert.Equal("2026-01-31", Text(Reports(view)[0], "nominalDueOn"));

        Assert.Equal(HttpStatusCode.Created,
            (await PutAsync(app, "duty-reports/o-4/2025", new
            {
                submittedOn = "2026-01-04",
                summary = "履职情况",
                evidence = new[] { new { name = "述职报告", uri = "https://oa.example/1" } },
            })).Status);
        Assert.Equal(["done", "open"], Reports(await YearAsync(app, 2025)).Select(duty => Text(duty, "status")));

        // The measure bars by role and knows nothing of the responsibility.
        var listed = await app.CaseAsync(await app.ListAsync("2026-01-05", new { months = 6 }));
        Assert.Equal(["o-1", "o-2", "o-3"],
            listed.GetProperty("officials").EnumerateArray().Select(official => Text(official, "officialId")));
    }

    [Fact]
    public async Task Who_has_moved_on_owes_the_old_units_report_only_when_it_was_due_before()
    {
        await using var app = await StartAsync("2026-01-05 09:30");
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        await AppointAsync(app, "o-1", "principal", "first");
        await AppointAsync(app, "o-2", "supervising", "direct");

        // o-2 leaves before the report on 2025 is due, o-1 after it; a correction of the title leaves no post.
        await AppointAsync(app, "o-2", "supervising", "direct", "yj-other", "2026-02-01");
        await AppointAsync(app, "o-1", "principal", "first", post: "党工委书记");
        await app.AdvanceAsync("2026-03-02 09:30");
        await AppointAsync(app, "o-1", "principal", "direct", "yj-other", "2026-03-01");
        await AppointAsync(app, "o-1", "principal", "direct", "yj-other", "2026-03-01");

        Assert.Equal([("o-1", "党工委书记", "2026-02-28")],
            (await YearAsync(app, 2025)).GetProperty("responsible").EnumerateArray()
                .Select(person => (Text(person, "officialId"), Text(person, "post"), Text(person, "to"))));
        Assert.Equal(["o-2"], Reports(await YearAsync(app, 2025, "yj-other")).Select(duty => Text(duty, "officialId")));
        Assert.Equal(["o-1", "o-2"], Reports(await YearAsync(app, 2026, "yj-other")).Select(duty => Text(duty, "officialId")));
    }

    [Fact]
    public async Task An_assessment_is_done_by_its_entry_and_a_notice_moves_what_is_still_due()
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        Assert.Equal(("2026-03-31", "open", "green", null), Standing(await DutyAsync(app, 2025, "assessment")));
        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "passed", decidedOn = "2026-03-09" });
        Assert.Equal(("2026-03-31", "done", "grey", "2026-03-09"), Standing(await DutyAsync(app, 2025, "assessment")));

        // 2027 is provisional until its notice is loaded; this one has the last two days of March off (D9).
        var before = await DutyAsync(app, 2027, "responsibilityLetter");
        Assert.Equal(("2027-03-31", true), (Text(before, "dueOn"), before.GetProperty("provisional").GetBoolean()));
        string[] statutory = ["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01",
            "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"];
        await app.PutAsync("/api/calendar/2027",
            new { source = "通知", daysOff = statutory.Append("2027-03-31"), makeUpWorkingDays = Array.Empty<string>() });
        var after = await DutyAsync(app, 2027, "responsibilityLetter");
        Assert.Equal(("2027-04-01", false), (Text(after, "dueOn"), after.GetProperty("provisional").GetBoolean()));
    }

    [Fact]
    public async Task A_unit_reads_its_own_and_a_commendation_is_corrected_and_taken_back()
    {
        await using var app = await StartAsync(
            "2026-03-10 09:30",
            "--Access:Keys:0:Name", "瓯北", "--Access:Keys:0:Role", "unit",
            "--Access:Keys:0:UnitId", "yj-oubei", "--Access:Keys:0:Key", "unit-key-of-the-tests");
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        await app.PutAsync("/api/officials/p-9", new
        {
            name = "外人",
            email = "p9@b.example",
            unitId = "yj-other",
            post = "镇长",
            role = "principal",
            from = "2024-01-01",
            responsibility = "first",
        });
        var commendation = new
        {
            title = "平安建设先进个人",
            awardedBy = "浙江省委、省政府",
            awardedOn = "2025-11-03",
            documentNumber = "浙委发〔2025〕9号",
            citation = "成绩突出",
        };
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(app, "officials/o-1/commendations/c-1", commendation)).Status);
        Assert.Equal(HttpStatusCode.Created,
            (await PutAsync(app, "officials/o-1/commendations/c-2", commendation with { title = "三等功" })).Status);
        var corrected =
            await PutAsync(app, "officials/o-1/commendations/c-1",
                new { title = "先进工作者", awardedBy = "浙江省委", awardedOn = "2025-11-03", reason = "名称误录" });
        Assert.Equal((HttpStatusCode.OK, "先进工作者"), (corrected.Status, Text(corrected.View.GetProperty("commendation"), "title")));
        (await app.Http.DeleteAsync("/api/officials/o-1/commendations/c-2?reason=%E8%AF%AF%E5%BD%95", Cancellation))
            .EnsureSuccessStatusCode();
        await PutAsync(app, "responsibility-letters/yj-oubei/2025",
            new { signedOn = "2025-03-20", signedBy = "王主任", signedWith = "平安办" });

        var own = await app.GetAsync("/api/officials/o-1/commendations", "unit-key-of-the-tests");
        Assert.Equal([("c-1", JsonValueKind.Object), ("c-2", JsonValueKind.Null)],
            own.GetProperty("items").EnumerateArray()
                .Select(item => (Text(item, "commendationId"), item.GetProperty("commendation").ValueKind)));
        var letter = (await app.GetAsync("/api/responsibility-letters/yj-oubei/2025", "unit-key-of-the-tests")).GetProperty("letter");
        Assert.Equal("王主任", Text(letter, "signedBy"));
        var items = (await app.GetAsync("/api/yearly-cycle/2026", "unit-key-of-the-tests")).GetProperty("items");
        Assert.Equal(["yj-oubei"], items.EnumerateArray().Select(item => Text(item, "unitId")));
        Assert.Equal(["yj-other", "yj-oubei"], (await app.ItemsAsync("/api/yearly-cycle/2026")).Select(item => Text(item, "unitId")));

        app.WithoutKey.DefaultRequestHeaders.Add("x-functions-key", "unit-key-of-the-tests");
        foreach (var others in new[] { "yearly-cycle/2026?unitId=yj-other", "responsibility-letters/yj-other/2026",
            "officials/p-9/commendations", "duty-reports/p-9/2025" })
            Assert.Equal(HttpStatusCode.Forbidden, (await app.WithoutKey.GetAsync($"/api/{others}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await app.WithoutKey.PutAsJsonAsync("/api/responsibility-letters/yj-oubei/2026", Letter, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_with_the_member_at_fault_and_records_nothing()
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        foreach (var (route, body, status, problem) in new (string, object, int, string)[]
        {
            ("responsibility-letters/yj-oubei/2026", new { signedOn = "2026-03-11", signedBy = "王", signedWith = "办" }, 422,
                "date-out-of-range"),
            ("responsibility-letters/yj-oubei/2026", new { signedOn = "2024-12-31", signedBy = "王", signedWith = "办" }, 422,
                "date-out-of-range"),
            ("responsibility-letters/yj-oubei/2026", new { signedOn = "2026-03-02", signedBy = " ", signedWith = "办" }, 422,
                "text-length"),
            ("responsibility-letters/yj-oubei/2026", new { signedOn = "2026-03-02", signedBy = "王", signedWith = "办", reason = "x" }, 422,
                "nothing-to-correct"),
            ("responsibility-letters/yj-oubei/2026", new { signedOn = "2026-03-02", signedBy = "王" }, 400, "malformed"),
            ("responsibility-letters/yj-oubei/2028", new { signedOn = "2026-03-02", signedBy = "王", signedWith = "办" }, 422,
                "cycle-year"),
            ("responsibility-letters/nobody/2026", new { signedOn = "2026-03-02", signedBy = "王", signedWith = "办" }, 404, "not-found"),
            ("duty-reports/o-1/2026", new { submittedOn = "2025-12-31", summary = "述职" }, 422, "date-out-of-range"),
            ("duty-reports/o-1/2027", new { submittedOn = "2026-03-02", summary = "述职" }, 422, "cycle-year"),
            ("duty-reports/o-1/2025",
                new { submittedOn = "2026-03-02", summary = "述职", evidence = new[] { new { name = "a", uri = "file:///etc" } } }, 422,
                "malformed-uri"),
            ("duty-reports/nobody/2025", new { submittedOn = "2026-03-02", summary = "述职" }, 404, "not-found"),
            ("officials/o-1/commendations/c 1", new { title = "先进", awardedBy = "省委", awardedOn = "2026-03-02" }, 422, "malformed-id"),
            ("officials/o-1/commendations/c-1", new { title = "先进", awardedBy = "省委", awardedOn = "2026-03-11" }, 422,
                "date-out-of-range"),
            ("officials/o-1", new
            {
                name = "王",
                email = "a@b.example",
                unitId = "yj-oubei",
                post = "书记",
                role = "principal",
                from = "2024-01-01",
                responsibility = "second",
            }, 400, "malformed"),
        })
        {
            await BadListingTests.ProblemAsync(await app.Http.PutAsJsonAsync($"/api/{route}", body, Cancellation), status, problem);
        }

        foreach (var (route, status, problem) in new[] { ("yearly-cycle/2028", 422, "cycle-year"), ("yearly-cycle/2023", 422, "cycle-year"),
            ("yearly-cycle/last", 422, "cycle-year"), ("yearly-cycle/2026?unitId=nobody", 404, "not-found"),
            ("responsibility-letters/yj-oubei/2026", 404, "not-found"), ("duty-reports/o-1/2025", 404, "not-found") })
            await BadListingTests.ProblemAsync(await app.Http.GetAsync($"/api/{route}", Cancellation), status, problem);
        Assert.Empty(await app.ItemsAsync("/api/officials/o-1/commendations"));

        await using var henan = await StartAsync("2026-03-10 09:30", "--Office:Rulebook", "henan-2016-2");
        var off =
            await BadListingTests.ProblemAsync(await henan.Http.GetAsync("/api/yearly-cycle/2026", Cancellation), 422, "no-yearly-cycle");
        Assert.Contains("henan-2016-2", Text(off, "detail"));
    }

    [Fact]
    public async Task Responsible_persons_are_imported_and_exported_under_Chinese_and_English_headers()
    {
        await using var app = await StartAsync("2026-03-10 09:30");
        await ImportAsync(app,
            "人员编号,姓名,邮箱,单位编号,职务,角色,任职起,责任\n"
            + "q-1,甲,a@x.example,yj-oubei,书记,主要领导,2025-01-01,第一责任人\n"
            + "q-2,乙,b@x.example,yj-oubei,委员,其他,2025-01-01,\n",
            HttpStatusCode.OK);
        await ImportAsync(app,
            "officialId,name,email,unitId,post,role,from,responsibility\nq-3,丙,c@x.example,yj-oubei,副书记,inCharge,2025-01-01,direct\n",
            HttpStatusCode.OK);
        Assert.Equal(("first", null, "direct"),
            (Text(await app.GetAsync("/api/officials/q-1"), "responsibility"),
                Text(await app.GetAsync("/api/officials/q-2"), "responsibility"),
                Text(await app.GetAsync("/api/officials/q-3"), "responsibility")));

        var exported = await app.Http.GetStringAsync("/api/registry/export?kind=officials", Cancellation);
        Assert.Contains("language,responsibility", exported);
        var again = await ImportAsync(app, exported.TrimStart('\uFEFF'), HttpStatusCode.OK);
        Assert.All(again.GetProperty("accepted").EnumerateArray(), row => Assert.Equal("unchanged", Text(row, "change")));

        var refused =
            await ImportAsync(app,
                "officialId,name,email,unitId,post,role,from,责任\nq-4,丁,c@x.example,yj-oubei,副书记,inCharge,2025-01-01,分管\n",
                HttpStatusCode.UnprocessableEntity);
        Assert.Contains("第一责任人 (first)", refused.GetRawText());

        // A transfer that comes as a table leaves the old post behind too.
        await app.PutAsync("/api/units/yj-other",
            new { name = "桥头镇", kind = "locality", level = "township", liaison = new { name = "李", email = "li@b.example" } });
        await ImportAsync(app,
            "officialId,name,email,unitId,post,role,from,responsibility\nq-1,甲,a@x.example,yj-other,书记,principal,2026-03-01,first\n",
            HttpStatusCode.OK);
        Assert.Equal([("q-1", "2026-02-28"), ("q-3", null)],
            (await YearAsync(app, 2025)).GetProperty("responsible").EnumerateArray()
                .Select(person => (Text(person, "officialId"), Text(person, "to"))));
    }

    private Task<App> StartAsync(string at, params string[] settings) => App.StartAsync(at, [.. Storage, .. settings]);

    private static Task AppointAsync(App app, string id, string role, string responsibility, string unitId = "yj-oubei",
        string from = "2024-01-01", string post = "职务") =>
        app.PutAsync($"/api/officials/{id}",
            new { name = $"干部{id}", email = $"{id}@oubei.example", unitId, post, role, from, responsibility });

    private static async Task<JsonElement> YearAsync(App app, int year, string unit = "yj-oubei") =>
        (await app.ItemsAsync($"/api/yearly-cycle/{year}?unitId={unit}")).Single();

    private static async Task<JsonElement> DutyAsync(App app, int year, string duty) =>
        (await YearAsync(app, year)).GetProperty("duties").EnumerateArray().Single(owed => Text(owed, "duty") == duty);

    private static IReadOnlyList<JsonElement> Reports(JsonElement view) =>
        [.. view.GetProperty("duties").EnumerateArray().Where(duty => Text(duty, "duty") == "dutyReport")];

    private static (string?, string?, string?, string?) Standing(JsonElement duty) =>
        (Text(duty, "dueOn"), Text(duty, "status"), Text(duty, "light"), Text(duty, "doneOn"));

    private static async Task<(HttpStatusCode Status, JsonElement View)> PutAsync(App app, string route, object body)
    {
        var response = await app.Http.PutAsJsonAsync($"/api/{route}", body, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private static async Task<JsonElement> ImportAsync(App app, string table, HttpStatusCode expected)
    {
        var response = await app.Http.PostAsync("/api/registry/import", new StringContent(table, Encoding.UTF8, "text/csv"), Cancellation);
        Assert.True(response.StatusCode == expected, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
