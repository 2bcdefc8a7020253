using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Registry;

/// <summary>What is said of an entry of the register that breaks no rule.</summary>
public class RegisterWarningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_tells_which_post_ends_and_which_open_cases_it_touches()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-10 09:30");
        await app.ListAsync("2026-03-10", new { months = 6 });

        var left = await PutAsync(
            app,
            "o-1",
            PostsJourney.Bare("干部o-1", "o-1@oubei.example", "yj-qiaotou", "镇长", "principal", "2026-03-15"));
        Assert.Equal(3, left.Count);
        Assert.Contains("职务 in yj-oubei, from 2024-01-01, ends on 2026-03-14", left[0], StringComparison.Ordinal);
        Assert.Contains("The unit yj-oubei has an open case, 永平安督〔2026〕3号 (rectifying)", left[1], StringComparison.Ordinal);
        Assert.Contains("The person is named by an open case of yj-oubei, 永平安督〔2026〕3号", left[2], StringComparison.Ordinal);
        var successor = PostsJourney.Bare("接任者", "o-9@oubei.example", "yj-oubei", "书记", "principal", "2026-03-15");
        Assert.Contains("yj-oubei has an open case", Assert.Single(await PutAsync(app, "o-9", successor)), StringComparison.Ordinal);
        // The same again changes nothing, nor does a new address.
        Assert.Empty(await PutAsync(app, "o-9", successor));
        var withNewAddress = PostsJourney.Bare("接任者", "new@oubei.example", "yj-oubei", "书记", "principal", "2026-03-15");
        Assert.Empty(await PutAsync(app, "o-9", withNewAddress));
    }

    [Fact]
    public async Task A_post_that_is_no_longer_in_the_list_is_named()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-10 09:30");
        object[] posts =
        [
            new { unitId = "yj-oubei", post = "书记", role = "principal", from = "2024-01-01" },
            new { unitId = "yj-qiaotou", post = "副镇长", role = "inCharge", from = "2020-01-01", to = "2023-12-31" },
        ];
        Assert.Empty(await PutAsync(app, "z-1", new { name = "赵", email = "z@x.example", posts }));

        var left = Assert.Single(await PutAsync(app, "z-1", new { name = "赵", email = "z@x.example", posts = posts[..1] }));
        Assert.Contains("副镇长 in yj-qiaotou, from 2020-01-01, is no longer among the posts", left, StringComparison.Ordinal);
        var moved = PostsJourney.Bare("赵", "z@x.example", "yj-oubei", "书记", "principal", "2023-01-01");
        Assert.Contains("书记 in yj-oubei", Assert.Single(await PutAsync(app, "z-1", moved)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_rows_with_one_id_are_several_posts_and_come_out_of_the_table_as_they_went_in()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-16 09:30");
        var report = await ImportAsync(app, """
            officialId,name,email,unitId,post,role,from,to,主要任职
            z-1,赵书记,z1@county.example,yj-qiaotou,书记,principal,2024-01-01,,是
            z-2,钱镇长,z2@county.example,yj-qiaotou,镇长,supervising,2024-01-01,,
            z-1,赵书记,z1@county.example,yj-oubei,副主任,inCharge,2025-06-01,,
            z-1,赵书记,z1@county.example,yj-oubei,科长,other,2020-01-01,2023-12-31,否

            """);
        Assert.Equal(
            ["2 added", "3 added", "4 added", "5 added"],
            report.GetProperty("accepted").EnumerateArray()
                .Select(row => $"{row.GetProperty("line").GetInt32()} {row.GetProperty("change").GetString()}"));
        Assert.Equal("yj-qiaotou", (await app.GetAsync("/api/officials/z-1")).GetProperty("unitId").GetString());
        Assert.Equal(3, (await app.GetAsync("/api/officials/z-1")).GetProperty("posts").GetArrayLength());

        var listing = App.Listing("2026-03-16", new { months = 6 });
        listing["unitId"] = "yj-qiaotou";
        var answer = await app.PostAsync("/api/listings", listing);
        var officials = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("officials");
        Assert.Equal(["z-1", "z-2"], officials.EnumerateArray().Select(one => one.GetProperty("officialId").GetString()));

        var exported = await app.Http.GetStringAsync("/api/registry/export?kind=officials", Cancellation);
        var again = await ImportAsync(app, exported);
        Assert.All(again.GetProperty("accepted").EnumerateArray(), row => Assert.Equal("unchanged", row.GetProperty("change").GetString()));
        Assert.Equal(8, again.GetProperty("acceptedCount").GetInt32());
        Assert.Empty(again.GetProperty("warnings").EnumerateArray());
        Assert.Equal(exported, await app.Http.GetStringAsync("/api/registry/export?kind=officials", Cancellation));
    }

    [Fact]
    public async Task One_row_of_somebody_who_is_known_is_a_transfer_and_says_which_post_ends()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-16 09:30");
        const string table =
            "officialId,name,email,unitId,post,role,from\no-1,干部o-1,o-1@oubei.example,yj-qiaotou,副镇长,inCharge,2025-06-01\n";

        foreach (var query in new[] { "?dryRun=true", "" })
        {
            var warning = Assert.Single((await ImportAsync(app, table, query)).GetProperty("warnings").EnumerateArray());
            Assert.Equal((2, "o-1"), (warning.GetProperty("line").GetInt32(), warning.GetProperty("id").GetString()));
            Assert.Contains("ends on 2025-05-31", warning.GetProperty("warning").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_new_rows_that_look_like_one_person_are_pointed_out()
    {
        await using var app = await PostsJourney.StartAsync("2026-03-16 09:30");

        var report = await ImportAsync(
            app,
            "officialId,name,email,unitId,post,role,from\n"
                + "w-1,王伟,w@x.example,yj-oubei,主任,other,2024-01-01\n"
                + "w-2,王伟,W@x.example,yj-qiaotou,镇长,other,2024-01-01\n"
                + "w-3,王伟,w3@x.example,yj-qiaotou,书记,other,2024-01-01\n");

        Assert.Equal([2, 3], report.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("line").GetInt32()));
    }

    private static async Task<IReadOnlyList<string>> PutAsync(App app, string id, object body)
    {
        var answer = await app.Http.PutAsJsonAsync($"/api/officials/{id}", body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var warnings = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("warnings");
        return [.. warnings.EnumerateArray().Select(warning => warning.GetString()!)];
    }

    private static async Task<JsonElement> ImportAsync(App app, string table, string query = "")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var answer = await app.Http.PostAsync($"/api/registry/import{query}", content, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
