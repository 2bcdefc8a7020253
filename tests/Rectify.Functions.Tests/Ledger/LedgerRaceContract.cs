using System.Globalization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every ledger promises to writers who come at the same time, from this process and from another.</summary>
public abstract class LedgerRaceContract : StorageContract
{
    private const int Writers = 50;

    [Fact]
    public async Task Of_fifty_writers_who_saw_the_same_version_exactly_one_wins()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var next = Writes.Next("c1", opening.Events);

        var outcomes = await TogetherAsync((ledger, _) => ledger.AppendAsync(next, Cancellation));

        Assert.Single(outcomes, AppendOutcome.Recorded);
        Assert.Equal(Writers - 1, outcomes.Count(outcome => outcome == AppendOutcome.VersionConflict));
        Assert.Equal([.. opening.Events, .. next.Events], await Ledger.LoadAsync(new CaseId("c1"), Cancellation));
    }

    [Fact]
    public async Task Fifty_writers_who_read_and_try_again_leave_one_chain_without_a_gap()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        await TogetherAsync(async (ledger, _) =>
        {
            AppendOutcome outcome;
            do
            {
                var stream = await ledger.LoadAsync(new CaseId("c1"), Cancellation);
                outcome = await ledger.AppendAsync(Writes.Next("c1", stream), Cancellation);
            }
            while (outcome == AppendOutcome.VersionConflict);
            return outcome;
        });

        var whole = await Ledger.LoadAsync(new CaseId("c1"), Cancellation);
        Assert.Equal(Enumerable.Range(1, 2 + 2 * Writers), whole.Select(e => e.Sequence));
        Assert.Null(EventChain.FirstBreak(whole));
        Assert.Equal(2 + 2 * Writers, (await NoticesAsync("c1")).Count);
    }

    [Fact]
    public async Task Fifty_offices_that_take_the_next_number_leave_none_out_and_give_none_twice()
    {
        var outcomes = await TogetherAsync((ledger, writer) => ledger.AppendAsync(Writes.NumberedOpening(Name(writer)), Cancellation));

        Assert.All(outcomes, outcome => Assert.Equal(AppendOutcome.Recorded, outcome));
        Assert.Equal(Enumerable.Range(1, Writers), await NumbersAsync());
    }

    [Fact]
    public async Task Openings_and_decisions_of_open_cases_share_one_series_without_a_gap()
    {
        for (var writer = 2; writer <= Writers; writer += 2)
            await RecordAsync(Writes.Opening(Name(writer), new DocumentNumber(Name(writer), null, null)));

        var outcomes = await TogetherAsync(async (ledger, writer) => writer % 2 == 0
            ? await ledger.AppendAsync(
                Writes.NumberedNext(Name(writer), await ledger.LoadAsync(new CaseId(Name(writer)), Cancellation)), Cancellation)
            : await ledger.AppendAsync(Writes.NumberedOpening(Name(writer)), Cancellation));

        Assert.All(outcomes, outcome => Assert.Equal(AppendOutcome.Recorded, outcome));
        Assert.Equal(Enumerable.Range(1, Writers), await NumbersAsync());
    }

    [Fact]
    public async Task Of_fifty_repetitions_of_one_request_exactly_one_opens_a_case()
    {
        var outcomes = await TogetherAsync((ledger, writer) => ledger.AppendAsync(
            Writes.Opening(string.Create(CultureInfo.InvariantCulture, $"c{writer}"), writer, key: "k"), Cancellation));

        Assert.Single(outcomes, AppendOutcome.Recorded);
        Assert.Equal(Writers - 1, outcomes.Count(outcome => outcome == AppendOutcome.KeyUsed));
        Assert.Equal(2, (await NoticesAsync()).Count);
    }

    private static string Name(int writer) => string.Create(CultureInfo.InvariantCulture, $"c{writer}");

    // Each writer put its number into its entries.
    private async Task<IReadOnlyList<int>> NumbersAsync()
    {
        List<int> numbers = [];
        for (var writer = 1; writer <= Writers; writer++)
        {
            var stream = await Ledger.LoadAsync(new CaseId(Name(writer)), Cancellation);
            Assert.Null(EventChain.FirstBreak(stream));
            numbers.Add(DocumentNumber.Parse(((CaseEvent.InspectionPassed)stream[^1].Event).DocumentNumber!).Number!.Value);
        }

        return [.. numbers.Order()];
    }

    private async Task<IReadOnlyList<T>> TogetherAsync<T>(Func<ILedger, int, Task<T>> write)
    {
        var other = OpenAgain();
        return await Task.WhenAll(Enumerable.Range(1, Writers).Select(
            writer => Task.Run(() => write(writer % 2 == 0 ? Ledger : other, writer), Cancellation)));
    }
}
