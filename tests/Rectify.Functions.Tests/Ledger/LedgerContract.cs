using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every ledger promises about writing and reading back.</summary>
public abstract class LedgerContract : StorageContract
{
    [Fact]
    public async Task A_case_that_does_not_exist_has_no_events() =>
        Assert.Empty(await Ledger.LoadAsync(new CaseId("nobody"), Cancellation));

    [Fact]
    public async Task Events_read_back_exactly_as_they_were_written()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        var next = Writes.Next("c1", opening.Events);
        await RecordAsync(next);

        var stream = await Ledger.LoadAsync(new CaseId("c1"), Cancellation);

        Assert.Equal([.. opening.Events, .. next.Events], stream);
        Assert.Null(EventChain.FirstBreak(stream));
        Assert.All(stream, e => Assert.Equal(TimeSpan.Zero, e.At.Offset));
        Assert.Equal(Writes.Start.UtcTicks, stream[0].At.UtcTicks);
        Assert.Equal("隐患\"未\"消除 🚧\r\n\té", Assert.IsType<CaseEvent.InspectionFailed>(stream[0].Event).Remarks);
    }

    [Fact]
    public async Task Many_cases_are_read_at_once_and_one_that_is_not_there_is_empty()
    {
        var (first, second) = (Writes.Opening("c1", 1), Writes.Opening("c2", 2));
        await RecordAsync(first);
        await RecordAsync(second);
        var next = Writes.Next("c1", first.Events);
        await RecordAsync(next);

        var streams = await Ledger.LoadAsync([new("c2"), new("none"), new("c1"), new("c2")], Cancellation);

        Assert.Equal(["c1", "c2", "none"], streams.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Equal([.. first.Events, .. next.Events], streams[new("c1")]);
        Assert.Equal(second.Events, streams[new("c2")]);
        Assert.Empty(streams[new("none")]);
        Assert.Empty(await Ledger.LoadAsync([], Cancellation));
    }

    [Fact]
    public async Task The_tip_of_every_case_is_its_last_entry()
    {
        Assert.Empty(await Ledger.TipsAsync(Cancellation));
        var (first, second) = (Writes.Opening("c1", 1), Writes.Opening("c2", 2));
        await RecordAsync(first);
        await RecordAsync(second);
        var next = Writes.Next("c1", first.Events);
        await RecordAsync(next);

        var tips = (await Ledger.TipsAsync(Cancellation)).OrderBy(tip => tip.CaseId.Value, StringComparer.Ordinal);

        Assert.Equal([new CaseTip(new("c1"), 4, next.Events[^1].Hash), new CaseTip(new("c2"), 2, second.Events[^1].Hash)], tips);
    }

    [Fact]
    public async Task What_was_recorded_is_there_for_whoever_opens_the_storage_later()
    {
        var opening = Writes.Opening("c1", 1, key: "officer|POST|1");
        await RecordAsync(opening);

        var later = OpenAgain();

        Assert.Equal(opening.Events, await later.LoadAsync(new CaseId("c1"), Cancellation));
        Assert.Equal(opening.Opening?.Receipt, await later.FindReceiptAsync("officer|POST|1", Cancellation));
        Assert.Equal(1, await later.HighestNumberAsync(Writes.Series, Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_writers_who_saw_the_same_version_is_refused_and_leaves_nothing()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        await RecordAsync(Writes.Next("c1", opening.Events));
        var late = Writes.Next("c1", opening.Events);
        late = late with
        {
            Entry = late.Entry with { Status = CaseStatus.Closed },
            Notices = [Writes.Notice("late", late.Events[0])],
        };

        Assert.Equal(AppendOutcome.VersionConflict, await Ledger.AppendAsync(late, Cancellation));

        Assert.Equal(4, (await Ledger.LoadAsync(new CaseId("c1"), Cancellation)).Count);
        Assert.Equal(CaseStatus.Rectifying, (await EntriesAsync()).Single().Status);
        Assert.DoesNotContain("late", await NoticesAsync());
    }

    [Fact]
    public async Task Opening_a_case_that_exists_is_a_version_conflict_and_leaves_nothing()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        var again = Writes.Opening("c1", 2, key: "k2");
        Assert.Equal(AppendOutcome.VersionConflict, await Ledger.AppendAsync(again, Cancellation));

        Assert.Equal(1, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Null(await Ledger.FindReceiptAsync("k2", Cancellation));
    }

    [Fact]
    public async Task Writing_to_a_case_that_does_not_exist_is_a_version_conflict()
    {
        var next = Writes.Next("c1", Writes.Opening("c1", 1).Events);

        Assert.Equal(AppendOutcome.VersionConflict, await Ledger.AppendAsync(next, Cancellation));

        await AssertNothingOfAsync("c1");
    }

    // A case that is taken over with its history brings the numbers of its later documents too.
    [Fact]
    public async Task Every_number_of_a_case_that_is_recorded_with_its_history_is_its_own()
    {
        await RecordAsync(WithFurther("c1", 1, 5));

        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(Writes.Opening("c2", 5), Cancellation));
        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(WithFurther("c3", 2, 5), Cancellation));
        await AssertNothingOfAsync("c2");
        await AssertNothingOfAsync("c3");
        Assert.Equal(5, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(new CaseId("c1"), await Ledger.CaseOfNumberAsync(DocumentNumber.Parse("永平安督［2026］第05號"), Cancellation));
        Assert.Null(await Ledger.CaseOfNumberAsync(Writes.Series.At(2), Cancellation));
        await RecordAsync(WithFurther("c3", 2, 6));

        static LedgerAppend WithFurther(string caseId, int number, int further)
        {
            var opening = Writes.Opening(caseId, number);
            return opening with { Opening = opening.Opening! with { Further = [Writes.Series.At(further)] } };
        }
    }

    [Fact]
    public async Task A_document_number_is_given_out_once_and_the_refused_case_leaves_nothing()
    {
        await RecordAsync(Writes.Opening("c1", 1));

        var second = Writes.Opening("c2", 1, unitId: "yj-qiaotou", key: "k2");
        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(second, Cancellation));

        await AssertNothingOfAsync("c2");
        Assert.Null(await Ledger.FindReceiptAsync("k2", Cancellation));
        Assert.Empty(await Ledger.CasesOfAsync(new Subject.Unit(new UnitId("yj-qiaotou")), Cancellation));
        await RecordAsync(Writes.Opening("c2", 2, key: "k2"));
    }

    [Fact]
    public async Task A_number_without_the_standard_form_is_unique_too_and_counts_in_no_series()
    {
        var free = new DocumentNumber("督办函（特）", null, null);
        await RecordAsync(Writes.Opening("c1", free));

        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(Writes.Opening("c2", free), Cancellation));
        Assert.Equal(0, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
    }

    [Theory]
    [InlineData("永平安督[2026]03号")]
    [InlineData("永平安督〔２０２６〕３号")]
    [InlineData("永平安督［2026］ 第 3 號")]
    public async Task A_number_is_taken_in_every_spelling(string spelled)
    {
        await RecordAsync(Writes.Opening("c1", 3));

        var respelled = Writes.Opening("c2", DocumentNumber.Parse(spelled));
        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(respelled, Cancellation));
        Assert.Equal(3, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));

        // boundary: a number outside every series
        await RecordAsync(Writes.Opening("c3", DocumentNumber.Parse("督办函（特）１")));
        Assert.Equal(
            AppendOutcome.NumberTaken,
            await Ledger.AppendAsync(Writes.Opening("c4", DocumentNumber.Parse("督办函(特) 1")), Cancellation));
    }

    [Fact]
    public async Task A_number_that_was_drawn_for_a_refused_write_is_the_next_one_still()
    {
        Assert.Equal(AppendOutcome.Recorded, await Ledger.AppendAsync(Writes.NumberedOpening("c1", "k"), Cancellation));
        var stream = await Ledger.LoadAsync(new CaseId("c1"), Cancellation);

        Assert.Equal(AppendOutcome.KeyUsed, await Ledger.AppendAsync(Writes.NumberedOpening("c2", "k"), Cancellation));
        Assert.Equal(AppendOutcome.VersionConflict, await Ledger.AppendAsync(Writes.NumberedOpening("c1"), Cancellation));
        Assert.Equal(AppendOutcome.VersionConflict, await Ledger.AppendAsync(Writes.NumberedNext("c1", [stream[0]]), Cancellation));

        Assert.Equal(1, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(AppendOutcome.Recorded, await Ledger.AppendAsync(Writes.NumberedNext("c1", stream), Cancellation));
        Assert.Equal(2, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
    }

    [Fact]
    public async Task The_next_number_comes_after_one_that_an_office_gave_meanwhile()
    {
        await Ledger.AppendAsync(Writes.NumberedOpening("c1"), Cancellation);
        await RecordAsync(Writes.Opening("c2", 7));
        await OpenAgain().AppendAsync(Writes.Opening("c3", 8), Cancellation);

        Assert.Equal(AppendOutcome.Recorded, await Ledger.AppendAsync(Writes.NumberedOpening("c4"), Cancellation));

        Assert.Equal(9, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
    }

    [Fact]
    public async Task The_highest_number_is_that_of_its_organ_and_year()
    {
        await RecordAsync(Writes.Opening("c1", 9));
        await RecordAsync(Writes.Opening("c2", 10));
        await RecordAsync(Writes.Opening("c3", (Writes.Series with { Year = 2025 }).At(77)));
        await RecordAsync(Writes.Opening("c4", (Writes.Series with { Organ = "永平环督" }).At(55)));

        Assert.Equal(10, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(77, await Ledger.HighestNumberAsync(Writes.Series with { Year = 2025 }, Cancellation));
        Assert.Equal(0, await Ledger.HighestNumberAsync(Writes.Series with { Year = 2027 }, Cancellation));
    }

    [Fact]
    public async Task A_key_is_used_once_even_when_the_number_is_taken_as_well()
    {
        var first = Writes.Opening("c1", 1, key: "k");
        await RecordAsync(first);

        Assert.Equal(AppendOutcome.KeyUsed, await Ledger.AppendAsync(Writes.Opening("c2", 2, key: "k"), Cancellation));
        Assert.Equal(AppendOutcome.KeyUsed, await Ledger.AppendAsync(Writes.Opening("c2", 1, key: "k"), Cancellation));
        Assert.Equal(AppendOutcome.KeyUsed, await Ledger.AppendAsync(first, Cancellation));

        await AssertNothingOfAsync("c2");
        Assert.Equal(1, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(first.Opening?.Receipt, await Ledger.FindReceiptAsync("k", Cancellation));
    }

    [Fact]
    public async Task A_key_that_was_never_used_has_no_receipt() =>
        Assert.Null(await Ledger.FindReceiptAsync("k", Cancellation));

    [Fact]
    public async Task A_subject_finds_every_case_that_names_it_in_the_order_of_opening()
    {
        await RecordAsync(Writes.Opening("z", 1));
        await RecordAsync(Writes.Opening("a", 2, unitId: "yj-qiaotou"));
        await RecordAsync(Writes.Opening("m", 3));

        Assert.Equal(["z", "m"], await CasesOfAsync("unit:yj-oubei"));
        Assert.Equal(["z", "a", "m"], await CasesOfAsync("official:p-1001"));

        // boundary: the same id as the other kind of subject
        Assert.Empty(await CasesOfAsync("official:yj-oubei"));
        Assert.Empty(await CasesOfAsync("unit:yj"));
    }

    [Fact]
    public async Task A_subject_named_twice_in_an_opening_has_the_case_once()
    {
        var opening = Writes.Opening("c1", 1);
        var subjects = opening.Opening?.Subjects ?? [];
        await RecordAsync(opening with { Opening = opening.Opening! with { Subjects = [.. subjects, .. subjects] } });

        Assert.Equal(["c1"], await CasesOfAsync("official:p-1001"));
    }

    [Fact]
    public async Task A_later_entry_brings_further_subjects_and_a_further_number_into_the_indexes()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        Subject[] subjects = [new Subject.Official(new OfficialId("p-1001")), new Subject.Official(new OfficialId("p-2002"))];
        var first = Writes.Next("c1", opening.Events) with { Addition = new CaseAddition(subjects, Writes.Series.At(2)) };
        await RecordAsync(first);

        Assert.Equal(["c1"], await CasesOfAsync("official:p-1001"));
        Assert.Equal(["c1"], await CasesOfAsync("official:p-2002"));
        Assert.Equal(2, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(Writes.Opening("c2", 2), Cancellation));

        // boundary: a number that the case has already, with nobody new
        await RecordAsync(
            Writes.Next("c1", [.. opening.Events, .. first.Events]) with { Addition = new CaseAddition([], Writes.Series.At(1)) });
        Assert.Equal(2, await Ledger.HighestNumberAsync(Writes.Series, Cancellation));
    }

    [Fact]
    public async Task A_later_entry_with_the_number_of_another_case_is_refused_and_leaves_nothing()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        await RecordAsync(Writes.Opening("c2", 2));
        Subject[] subjects = [new Subject.Official(new OfficialId("p-2002"))];
        var next = Writes.Next("c1", opening.Events) with { Addition = new CaseAddition(subjects, Writes.Series.At(2)) };

        Assert.Equal(AppendOutcome.NumberTaken, await Ledger.AppendAsync(next, Cancellation));

        Assert.Equal(2, (await Ledger.LoadAsync(new CaseId("c1"), Cancellation)).Count);
        Assert.Empty(await CasesOfAsync("official:p-2002"));
    }

    private async Task<IReadOnlyList<string>> CasesOfAsync(string subject) =>
        [.. (await Ledger.CasesOfAsync(Subject.Parse(subject)!, Cancellation)).Select(id => id.Value)];

    private async Task<IReadOnlyList<CaseEntry>> EntriesAsync() =>
        (await Ledger.ListAsync(new CaseFilter(null, null, null, Writes.Start), 100, null, Cancellation)).Items;

    private async Task AssertNothingOfAsync(string caseId)
    {
        Assert.Empty(await Ledger.LoadAsync(new CaseId(caseId), Cancellation));
        Assert.DoesNotContain(await EntriesAsync(), entry => entry.CaseId.Value == caseId);
        Assert.Empty(await NoticesAsync(caseId));
    }
}
