using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Records;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>What every kind of yearly book does.</summary>
public abstract class YearlyRecordStoreContract
{
    private static readonly Subject Oubei = new Subject.Unit(new UnitId("yj-oubei"));
    private static readonly Subject Wang = new Subject.Official(new OfficialId("o-1"));
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract IYearlyRecordStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second book over the same data, opened as another process opens it.</summary>
    protected abstract IYearlyRecordStore OpenAgain();

    [Fact]
    public async Task Nothing_is_entered_at_first()
    {
        Assert.Empty(await Store.EntriesOfAsync(YearlyRecordKind.Letters, Oubei, Cancellation));
        Assert.Empty(await Store.EntriesAboutAsync(YearlyRecordKind.Letters, "2026", Cancellation));
    }

    [Fact]
    public async Task An_entry_reads_back_as_it_was_made_in_every_process_also_a_long_one()
    {
        var letter = Letter(1, "2026", "王主任");
        // 150,000 characters of a report and its documents: more than a property of a table holds.
        var report = new YearlyEntry(
            YearlyRecordKind.Reports, Wang, 1, "2025",
            new YearlyContent.Report(new(2026, 1, 20), new string('职', 20_000),
                [.. Enumerable.Range(0, 100).Select(
                    n => new Evidence($"附件{n} #/\\?", $"https://oa.example/{new string('x', 1200)}{n}"))]),
            "补正 é🚧", "officer:张", At);
        var back = Letter(2, "2026", "王主任") with { Content = null, Reason = "误录" };
        Assert.True(await Store.TryAddAsync(letter, Cancellation));
        Assert.True(await OpenAgain().TryAddAsync(report, Cancellation));
        Assert.True(await Store.TryAddAsync(back, Cancellation));

        Assert.Equal([letter, back], await OpenAgain().EntriesOfAsync(YearlyRecordKind.Letters, Oubei, Cancellation));
        Assert.Equal(Text([report]), Text(await OpenAgain().EntriesOfAsync(YearlyRecordKind.Reports, Wang, Cancellation)));
        Assert.Equal(Text([report]), Text(await OpenAgain().EntriesAboutAsync(YearlyRecordKind.Reports, "2025", Cancellation)));
        Assert.Empty(await Store.EntriesOfAsync(YearlyRecordKind.Commendations, Wang, Cancellation));
    }

    [Fact]
    public async Task The_entries_about_an_item_are_found_by_subject_and_no_others()
    {
        var other = new Subject.Unit(new UnitId("yj-oube"));
        YearlyEntry[] of2026 = [Letter(1, "2026", "甲") with { Subject = other }, Letter(1, "2026", "乙"), Letter(3, "2026", "丙")];
        foreach (var entry in new[] { of2026[1], Letter(2, "2025", "丁"), of2026[2], of2026[0],
            Letter(2, "2027", "戊") with { Subject = other } })
            Assert.True(await Store.TryAddAsync(entry, Cancellation));
        await Store.TryAddAsync(Letter(1, "2026", "己") with { Book = YearlyRecordKind.Posts }, Cancellation);

        Assert.Equal(of2026, await OpenAgain().EntriesAboutAsync(YearlyRecordKind.Letters, "2026", Cancellation));
        Assert.Empty(await Store.EntriesAboutAsync(YearlyRecordKind.Letters, "202", Cancellation));
        Assert.Equal(
            ["1", "2", "1", "2", "3"],
            (await OpenAgain().EntriesAsync(YearlyRecordKind.Letters, Cancellation)).Select(entry => $"{entry.Revision}"));
        Assert.Single(await Store.EntriesAsync(YearlyRecordKind.Posts, Cancellation));
        Assert.Empty(await Store.EntriesAsync(YearlyRecordKind.Joins, Cancellation));
        Assert.Equal(
            [("letters", "unit:yj-oube", 1), ("letters", "unit:yj-oube", 2), ("letters", "unit:yj-oubei", 1),
                ("letters", "unit:yj-oubei", 2), ("letters", "unit:yj-oubei", 3), ("posts", "unit:yj-oubei", 1)],
            (await OpenAgain().AllAsync(Cancellation)).Select(
                entry => (WireName.Of(entry.Book), entry.Subject.ToString(), entry.Revision)));
    }

    [Fact]
    public async Task Only_the_next_revision_is_recorded_and_none_is_replaced()
    {
        var first = Letter(1, "2026", "王主任");
        await Store.TryAddAsync(first, Cancellation);

        Assert.False(await OpenAgain().TryAddAsync(Letter(1, "2026", "李主任"), Cancellation));
        Assert.False(await Store.TryAddAsync(Letter(3, "2026", "李主任"), Cancellation));
        Assert.Equal([first], await Store.EntriesOfAsync(YearlyRecordKind.Letters, Oubei, Cancellation));
    }

    [Fact]
    public async Task Of_twenty_processes_that_enter_at_once_one_is_first_and_the_others_are_told()
    {
        var recorded =
            await Task.WhenAll(
                Enumerable.Range(0, 20).Select(number => OpenAgain().TryAddAsync(Letter(1, $"{2000 + number}", "王主任"), Cancellation)));

        Assert.Single(recorded, true);
        Assert.Single(await Store.EntriesOfAsync(YearlyRecordKind.Letters, Oubei, Cancellation));
    }

    protected static YearlyEntry Letter(int revision, string item, string signedBy) =>
        new(YearlyRecordKind.Letters, Oubei, revision, item,
            new YearlyContent.Letter(new(2026, 3, 2), signedBy, "县委平安办", "永平安责〔2026〕3号"), null, "officer:张", At);

    private static string Text(IReadOnlyList<YearlyEntry> entries) => JsonSerializer.Serialize(entries, DomainJson.Options);
}
