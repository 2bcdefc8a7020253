using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>
/// What every ledger promises about a document that opens a case for each of several units: all of them or none, one number.
/// </summary>
public abstract class LedgerJointContract : StorageContract
{
    [Fact]
    public async Task The_cases_of_a_document_are_recorded_together_under_one_number()
    {
        var joint = Writes.Joint(["c1", "c2", "c3"], 1, "k");
        await RecordAsync(joint);

        foreach (var append in joint.Others.Prepend(joint))
        {
            var caseId = append.Entry.CaseId;
            Assert.Equal(append.Events, await Ledger.LoadAsync(caseId, Cancellation));
            Assert.Equal(append.Notices.Select(notice => notice.Id.Value), await NoticesAsync(caseId.Value));
            Assert.Equal([caseId], await Ledger.CasesOfAsync(new Subject.Unit(append.Entry.UnitId), Cancellation));
        }

        var entries = await Ledger.ListAsync(new CaseFilter(null, null, null, Writes.Start), 10, null, Cancellation);
        Assert.Equal(["c1", "c2", "c3"], entries.Items.Select(entry => entry.CaseId.Value));
        Assert.Equal(joint.Opening!.Receipt, await OpenAgain().FindReceiptAsync("k", Cancellation));
        Assert.Equal(1, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(Writes.Opening("c4", 1), Cancellation));
        await RecordAsync(Writes.Next("c2", joint.Others[0].Events, "unit-c2"));
    }

    [Fact]
    public async Task A_number_may_be_drawn_for_all_of_them()
    {
        await RecordAsync(Writes.Opening("c0", 1));
        var drawn = new NumberedAppend(Writes.Series, number => Writes.Joint(["c1", "c2"], number.Number!.Value));

        Assert.Equal(AppendOutcome.Recorded, await Ledger.AppendAsync(drawn, Cancellation));

        Assert.Equal(2, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.NotEmpty(await Ledger.LoadAsync(new CaseId("c2"), Cancellation));
    }

    [Theory]
    [InlineData(1, null, AppendOutcome.NumberTaken)]
    [InlineData(2, "k", AppendOutcome.KeyUsed)]
    public async Task When_the_document_is_refused_none_of_its_cases_is_there(int number, string? key, AppendOutcome outcome)
    {
        await RecordAsync(Writes.Opening("c0", 1, key: "k"));

        Assert.Equal(outcome, await Ledger.AppendAsync(Writes.Joint(["c1", "c2"], number, key), Cancellation));

        foreach (var caseId in new[] { "c1", "c2" })
        {
            Assert.Empty(await Ledger.LoadAsync(new CaseId(caseId), Cancellation));
            Assert.Empty(await NoticesAsync(caseId));
            Assert.Empty(await Ledger.CasesOfAsync(new Subject.Unit(new UnitId($"unit-{caseId}")), Cancellation));
        }

        Assert.Single((await Ledger.ListAsync(new CaseFilter(null, null, null, Writes.Start), 10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task A_request_that_is_sent_twice_at_the_same_time_opens_the_cases_once()
    {
        var joint = Writes.Joint(["c1", "c2", "c3"], 1, "k");
        var outcomes = await Task.WhenAll(
            Ledger.AppendAsync(joint, Cancellation), OpenAgain().AppendAsync(joint, Cancellation),
            Ledger.AppendAsync(joint, Cancellation));

        Assert.Single(outcomes, AppendOutcome.Recorded);
        Assert.Equal(3, (await Ledger.ListAsync(new CaseFilter(null, null, null, Writes.Start), 10, null, Cancellation)).Items.Count);
    }

    [Fact]
    public async Task A_summary_says_how_many_units_the_document_lists()
    {
        var summary = new CaseSummary("永平安督〔2026〕1号", "瓯北街道", Domain.Rulebooks.Rung.Listing, null, null, null, BarList.Empty)
        {
            Units = 3,
        };
        var joint = Writes.Joint(["c1", "c2"], 1);
        await RecordAsync(joint with
        {
            Entry = joint.Entry with { Summary = summary },
            Others = [joint.Others[0] with { Entry = joint.Others[0].Entry with { Summary = summary } }],
        });

        var entries = (await OpenAgain().ListAsync(new CaseFilter(null, null, null, Writes.Start), 10, null, Cancellation)).Items;
        Assert.All(entries, entry => Assert.Equal(summary, entry.Summary));
        Assert.Equal(2, entries.Count);
    }
}
