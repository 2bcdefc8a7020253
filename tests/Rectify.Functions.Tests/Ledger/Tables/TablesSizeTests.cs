using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>What does not fit into one property, one row or one transaction.</summary>
public class TablesSizeTests
{
    private readonly TablesStorage storage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // boundary: 64 KiB of UTF-16, and a character of two units across it
    [Theory]
    [InlineData(WideText.PropertyCharacters - 1, "字")]
    [InlineData(WideText.PropertyCharacters, "字")]
    [InlineData(WideText.PropertyCharacters + 1, "字")]
    [InlineData(WideText.PropertyCharacters - 1, "a🚧")]
    [InlineData((2 * WideText.PropertyCharacters) + 1, "🚧a")]
    public async Task A_text_at_the_edge_of_a_property_reads_back(int length, string pattern)
    {
        var text = new StringBuilder();
        while (text.Length + pattern.Length <= length) text.Append(pattern);
        await AssertReadsBackAsync(text.ToString().PadRight(length, '。'));
    }

    // Digits of a seeded generator do not compress well: many pieces, and more than one row.
    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(900 * 1024)]
    [InlineData(2_000_000)]
    public async Task A_text_over_many_properties_and_rows_reads_back(int length)
    {
        var random = new Random(20261124);
        await AssertReadsBackAsync(string.Create(length, random, (span, r) =>
        {
            foreach (ref var c in span) c = (char)r.Next(0x4e00, 0x4e00 + 200);
        }));
    }

    [Fact]
    public async Task A_case_with_facts_of_a_megabyte_is_recorded_and_reads_back()
    {
        var facts =
            string.Concat(Enumerable.Range(0, 60_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"第{n}处隐患未整改。")));
        Assert.InRange(Encoding.UTF8.GetByteCount(facts), 1024 * 1024, 2 * 1024 * 1024);
        var opening = Long(facts);

        Assert.Equal(AppendOutcome.Recorded, await storage.Ledger.AppendAsync(opening, Cancellation));

        Assert.Equal(opening.Events, await storage.OpenAgain().LoadAsync(new CaseId("c1"), Cancellation));
        Assert.Equal(opening.Opening!.Receipt, await storage.Ledger.FindReceiptAsync("k", Cancellation));
        Assert.Equal(opening.Notices, (await storage.Outbox.UnsentAsync(new CaseId("c1"), Cancellation)).Select(row => row.Notice));
    }

    [Fact]
    public async Task A_case_that_no_transaction_holds_is_refused_and_leaves_nothing()
    {
        var random = new Random(20261124);
        var opening = Long(string.Create(4_000_000, random, (span, r) =>
        {
            foreach (ref var c in span) c = (char)r.Next(0x4e00, 0x9fa5);
        }));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => storage.Ledger.AppendAsync(opening, Cancellation));

        Assert.Contains("4 MiB", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await storage.Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Empty(await storage.Ledger.LoadAsync(new CaseId("c1"), Cancellation));
    }

    // The register allows a hundred officials: with their unit they are more than the rows of a transaction.
    [Fact]
    public async Task A_case_with_more_subjects_and_mails_than_a_transaction_has_rows_is_recorded_and_found_by_each()
    {
        var opening = Writes.Opening("c1", 1, key: "k");
        Subject[] subjects =
            [.. Enumerable.Range(0, 250).Select(n =>
                new Subject.Official(new OfficialId(string.Create(CultureInfo.InvariantCulture, $"p-{n}"))))];
        opening = opening with
        {
            Opening = opening.Opening! with { Subjects = subjects },
            Notices =
                [.. Enumerable.Range(0, 250).Select(
                    n => Writes.Notice(string.Create(CultureInfo.InvariantCulture, $"c1-{n}"), opening.Events[0]))],
        };

        Assert.Equal(AppendOutcome.Recorded, await storage.Ledger.AppendAsync(opening, Cancellation));

        var found = await storage.Ledger.CasesOfAsync(subjects, Cancellation);
        Assert.All(subjects, subject => Assert.Equal([new CaseId("c1")], found[subject]));
        Assert.Equal(250, (await storage.Outbox.UnsentAsync(new CaseId("c1"), Cancellation)).Count);
    }

    [Fact]
    public async Task Keys_of_any_characters_are_kept_apart()
    {
        string[] keys = ["officer:张伟|listings|一", "officer:张伟|listings|二", "a/b", "a\\b", "a#b", "a?b", "a b", "a%2Fb", "'; drop",
            new string('键', 300), new string('键', 301)];
        foreach (var (index, key) in keys.Index())
            Assert.Equal(AppendOutcome.Recorded,
                await storage.Ledger.AppendAsync(
                    Writes.Opening(string.Create(CultureInfo.InvariantCulture, $"c/{index}#?案"), index + 1, key: key), Cancellation));

        foreach (var (index, key) in keys.Index())
        {
            Assert.Equal(key, (await storage.Ledger.FindReceiptAsync(key, Cancellation))?.Key);
            Assert.Equal(AppendOutcome.KeyUsed, await storage.Ledger.AppendAsync(Writes.Opening("other", 100, key: key), Cancellation));
        }
    }

    private static LedgerAppend Long(string facts)
    {
        var events = EventChain.Extend(new CaseId("c1"), [], [new CaseEvent.InspectionFailed(new DateOnly(2026, 5, 20), facts)],
            Writes.Start, "officer:张伟");
        var opening = Writes.Opening("c1", 1, key: "k");
        return opening with
        {
            Events = events,
            Entry = opening.Entry with { Version = 1 },
            Notices = [Writes.Notice("c1-1", events[0])],
            Opening = opening.Opening! with { Receipt = opening.Opening.Receipt! with { Body = facts } },
        };
    }

    private async Task AssertReadsBackAsync(string text)
    {
        var rows = WideText.Put(new TableEntity("wide", "e0000000001"), text);
        Assert.NotNull(await TablesStore.TryGroupAsync(storage.Store.Cases, EntityGroup.Of(rows), Cancellation));

        List<TableEntity> read = [];
        await foreach (var row in TablesStore.QueryAsync(storage.Store.Cases, TablesStore.Range("wide", "e", "f"), Cancellation))
            read.Add(row);
        Assert.Equal(rows.Count, read.Count);
        Assert.True(text == WideText.Read(read), "The text is another.");
    }
}
