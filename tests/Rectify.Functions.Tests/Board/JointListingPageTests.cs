using System.Net;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

public sealed class JointListingPageTests
{
    [Fact]
    public async Task Several_units_are_pasted_or_ticked_and_listed_from_one_form()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);
        await app.PutAsync("/api/units/yj-qiaotou", new
        {
            name = "桥头镇",
            kind = "locality",
            level = "township",
            liaison = new { name = "联络员", email = "liaison@qiaotou.example" },
        });
        using var officer = await app.OfficerAsync();

        var choice = await officer.GetAsync("/board/joint-listings/new");
        Assert.Equal(
            ["yj-oubei", "yj-qiaotou"],
            PageForm.Parse(choice.Text).QuerySelectorAll("input[name=unit]").Select(unit => unit.GetAttribute("value")));
        var unknown = await officer.PressAsync(
            PageForm.Of(choice).With("unit", "yj-oubei").With("pasted", "桥头镇\n无此镇"), "choose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Equal("无此镇", PageForm.Parse(unknown.Text).QuerySelector(".refusal li")!.TextContent);

        var pasted = await officer.PressAsync(PageForm.Of(choice).With("unit", "yj-oubei").With("pasted", " 桥头镇 \n"), "choose");
        Assert.Equal("yj-qiaotou", PageForm.Of(pasted).Text("units[1].unitId"));
        const string form = "/board/joint-listings/new?unit=yj-oubei&unit=yj-qiaotou";
        (string, string)[] filled =
        [
            ("ground", "unresolvedHotspot"), ("facts", "问题突出"), ("goals", "整改到位"), ("period.months", "6"),
            ("legalBasis", "实施办法第二十一条"), ("units[1].facts", "桥头另有问题"),
        ];

        // Nobody holds a post in the second unit: the error names it.
        var wrong = await officer.PreviewAsync(form, filled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("桥头镇，列明的领导干部：", wrong.Text, StringComparison.Ordinal);

        var preview = await officer.PreviewAsync(form, [.. filled, ("units[1].officials.mode", "chosen")]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Empty(await app.ItemsAsync("/api/cases"));
        var main = PageForm.Parse(preview.Text).QuerySelector("main")!;
        Assert.Equal(["瓯北街道", "桥头镇"],
            main.QuerySelectorAll("h2").Select(heading => heading.TextContent).Where(name => name is "瓯北街道" or "桥头镇"));
        Assert.Contains("桥头另有问题", main.TextContent, StringComparison.Ordinal);

        var page = PageForm.Of(preview);
        var opened = await Task.WhenAll(officer.PressAsync(page, "confirm"), officer.PressAsync(page, "confirm"));
        Assert.All(opened, answer => Assert.Equal((HttpStatusCode.SeeOther, opened[0].Location), (answer.Status, answer.Location)));
        Assert.Equal(2, (await app.ItemsAsync("/api/cases")).Count);

        var shown = PageForm.Parse((await officer.GetAsync(opened[0].Location!)).Text).QuerySelector("main")!;
        Assert.Contains("同文其他单位（1）", shown.TextContent, StringComparison.Ordinal);
        var list = PageForm.Parse((await officer.GetAsync("/board/cases")).Text);
        Assert.Equal(2, list.QuerySelectorAll("td .mark a").Count(mark => mark.TextContent == "同文 2 个单位"));
    }
}
