using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Office.Records;

namespace Rectify.Functions.Tests.Assessments;

/// <summary>What every kind of assessment book does.</summary>
public abstract class AssessmentStoreContract
{
    private static readonly UnitId Oubei = new("yj-oubei");
    private static readonly DateTimeOffset At = new DateTimeOffset(2027, 2, 1, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract IAssessmentStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second book over the same data, opened as another process opens it.</summary>
    protected abstract IAssessmentStore OpenAgain();

    [Fact]
    public async Task Nothing_is_entered_at_first()
    {
        Assert.Empty(await Store.EntriesOfAsync(Oubei, Cancellation));
        Assert.Empty(await Store.UnitsWithFailuresAsync(Cancellation));
    }

    [Fact]
    public async Task An_entry_reads_back_as_it_was_made_in_every_process()
    {
        var full =
            Entry(1, 2025,
                AssessmentResult.Failed) with
            { DocumentNumber = "永考〔2026〕5号", Remarks = new string('考', 20_000), Reason = "笔误 #/\\?" };
        var graded = Entry(3, 2027, AssessmentResult.Failed) with { Grade = new("poor", "不合格", "unqualified") };
        var bare = Entry(2, 2026, AssessmentResult.Passed);
        Assert.True(await Store.TryAddAsync(full, Cancellation));
        Assert.True(await OpenAgain().TryAddAsync(bare, Cancellation));
        Assert.True(await OpenAgain().TryAddAsync(graded, Cancellation));

        Assert.Equal([full, bare, graded], await OpenAgain().EntriesOfAsync(Oubei, Cancellation));
        Assert.Empty(await Store.EntriesOfAsync(new UnitId("yj-oube"), Cancellation));
    }

    [Fact]
    public async Task Only_the_next_revision_is_recorded_and_none_is_replaced()
    {
        var first = Entry(1, 2025, AssessmentResult.Failed);
        await Store.TryAddAsync(first, Cancellation);

        Assert.False(await OpenAgain().TryAddAsync(first with { Result = AssessmentResult.Passed }, Cancellation));
        Assert.False(await Store.TryAddAsync(Entry(3, 2025, AssessmentResult.Passed), Cancellation));
        Assert.Equal([first], await Store.EntriesOfAsync(Oubei, Cancellation));
    }

    [Fact]
    public async Task Of_twenty_processes_that_enter_at_once_one_is_first_and_the_others_are_told()
    {
        var recorded =
            await Task.WhenAll(
                Enumerable.Range(0, 20).Select(number =>
                    OpenAgain().TryAddAsync(Entry(1, 2000 + number, AssessmentResult.Failed), Cancellation)));

        Assert.Single(recorded, true);
        Assert.Single(await Store.EntriesOfAsync(Oubei, Cancellation));
    }

    [Fact]
    public async Task Units_that_ever_failed_are_found_once_each_also_when_it_was_corrected()
    {
        await Store.TryAddAsync(Entry(1, 2025, AssessmentResult.Failed), Cancellation);
        await Store.TryAddAsync(Entry(2, 2026, AssessmentResult.Failed), Cancellation);
        await Store.TryAddAsync(Entry(3, 2025, AssessmentResult.Passed), Cancellation);
        await Store.TryAddAsync(Entry(1, 2025, AssessmentResult.Passed) with { UnitId = new("yj-good") }, Cancellation);
        await Store.TryAddAsync(Entry(1, 2025, AssessmentResult.Failed) with { UnitId = new("yj-a") }, Cancellation);

        Assert.Equal([new UnitId("yj-a"), Oubei], await OpenAgain().UnitsWithFailuresAsync(Cancellation));
    }

    [Fact]
    public async Task Every_entry_is_found_by_unit_and_revision_also_of_units_that_nothing_else_names()
    {
        var (odd, all) = (new UnitId("yj:é 🚧#/"), new List<AssessmentEntry>());
        foreach (var entry in new[] { Entry(1, 2025, AssessmentResult.Failed),
            Entry(1, 2025, AssessmentResult.Passed) with { UnitId = odd }, Entry(2, 2026, AssessmentResult.Passed),
            Entry(1, 2024, AssessmentResult.Failed) with { UnitId = new("a") } })
        {
            await Store.TryAddAsync(entry, Cancellation);
            all.Add(entry);
        }

        Assert.Equal([all[3], all[0], all[2], all[1]], await OpenAgain().AllAsync(Cancellation));
    }

    private static AssessmentEntry Entry(int revision, int year, AssessmentResult result) =>
        new(Oubei, revision, year, result, new DateOnly(year + 1, 2, 1), null, null, null, "officer:张", At);
}
