using Rectify.Domain.Rulebooks;
using Rectify.Office.Rulebooks;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>Which rulebook is in force on which day.</summary>
public sealed class OfficeRulebooksTests
{
    private static readonly RulebookEntry[] Loaded = [Load(1, "yongjia-a"), Load(2, "yongjia-b")];

    // No decision; then decisions from 1 July (a), from 1 October (b).
    [Theory]
    [InlineData("2017-12-31", "henan-2016-2")]
    [InlineData("2018-01-01", "zhejiang-2017-3")]
    // boundary
    [InlineData("2026-06-30", "zhejiang-2017-3")]
    [InlineData("2026-07-01", "yongjia-a")]
    [InlineData("2026-09-30", "yongjia-a")]
    [InlineData("2026-10-01", "yongjia-b")]
    [InlineData("2030-01-01", "yongjia-b")]
    public void A_decision_counts_from_its_day_to_the_next(string day, string id)
    {
        var rulebooks = Of(null, [.. Loaded, Put(3, "yongjia-a", "2026-07-01"), Put(4, "yongjia-b", "2026-10-01")]);

        Assert.Equal(id, rulebooks.InForceOn(DateOnly.Parse(day))!.Id);
    }

    [Fact]
    public void Before_the_first_decision_the_setting_counts_on_every_day()
    {
        var rulebooks = Of("henan-2016-2", [.. Loaded, Put(3, "yongjia-a", "2026-07-01")]);

        Assert.Equal("henan-2016-2", rulebooks.InForceOn(new(2026, 6, 30))!.Id);
        Assert.Equal("yongjia-a", rulebooks.InForceOn(new(2026, 7, 1))!.Id);
    }

    [Fact]
    public void Of_two_decisions_for_one_day_the_later_counts_whatever_was_decided_for_other_days()
    {
        var rulebooks = Of(null,
        [
            .. Loaded, Put(3, "yongjia-a", "2026-07-01"), Put(4, "yongjia-b", "2026-07-01"), Put(5, "yongjia-a", "2026-05-01"),
        ]);

        Assert.Equal("yongjia-a", rulebooks.InForceOn(new(2026, 6, 30))!.Id);
        Assert.Equal("yongjia-b", rulebooks.InForceOn(new(2026, 7, 1))!.Id);
    }

    [Fact]
    public void The_periods_say_the_same_as_the_days()
    {
        var rulebooks = Of(null,
        [
            .. Loaded, Put(3, "yongjia-a", "2026-07-01"), Put(4, "yongjia-a", "2026-08-01"), Put(5, "yongjia-b", "2027-01-01"),
            Put(6, "zhejiang-2017-3", "2028-01-01"),
        ]);

        Assert.Equal(
            [
                ("henan-2016-2", "2016-12-16", "2017-12-31"), ("zhejiang-2017-3", "2018-01-01", "2026-06-30"),
                ("yongjia-a", "2026-07-01", "2026-12-31"), ("yongjia-b", "2027-01-01", "2027-12-31"), ("zhejiang-2017-3", "2028-01-01", ""),
            ],
            rulebooks.Periods().Select(period => (period.RulebookId, $"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}")));
        for (var day = new DateOnly(2016, 12, 1); day < new DateOnly(2029, 1, 1); day = day.AddDays(1))
            Assert.Equal(rulebooks.InForceOn(day)?.Id, rulebooks.Periods().SingleOrDefault(period => period.Holds(day))?.RulebookId);
    }

    [Fact]
    public void An_edition_that_this_version_cannot_read_is_known_and_hinders_no_other()
    {
        var rulebooks = Of(null,
        [
            new(1, "from-later", new RulebookAct.Load("{\"weeks\":1}", ""), "officer:a", DateTimeOffset.UnixEpoch), Load(2, "yongjia-b"),
        ]);

        Assert.Equal((null, null), (rulebooks.Find("from-later")!.Rulebook, rulebooks.Find("from-later")!.Hash));
        Assert.NotNull(rulebooks.Find("yongjia-b")!.Rulebook);
    }

    private static OfficeRulebooks Of(string? setting, IReadOnlyList<RulebookEntry> entries) => new(
        RulebookCatalog.Shipped,
        new OfficeSettings("平安办", null, "永平安督", "永平安函", new Uri("http://127.0.0.1/"), RulebookId: setting), entries);

    private static RulebookEntry Load(int revision, string id)
    {
        var zhejiang = RulebookCatalog.Shipped.Find("zhejiang-2017-3")!;
        var text = RulebookCatalog.Shipped.TextOf(zhejiang).Replace("\"zhejiang-2017-3\"", $"\"{id}\"", StringComparison.Ordinal);
        return new(revision, id, new RulebookAct.Load(text, Domain.Digest.Of(text)), "officer:a", DateTimeOffset.UnixEpoch);
    }

    private static RulebookEntry Put(int revision, string id, string from) =>
        new(revision, id, new RulebookAct.PutInForce(DateOnly.Parse(from), "决定"), "officer:a", DateTimeOffset.UnixEpoch);
}
