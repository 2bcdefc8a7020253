using System.Globalization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every ledger promises about its lists.</summary>
public abstract class LedgerListContract : StorageContract
{
    private static readonly CaseFilter All = new(null, null, null, Writes.Start);

    [Fact]
    public async Task An_empty_ledger_lists_nothing()
    {
        var slice = await Ledger.ListAsync(All, 10, null, Cancellation);

        Assert.Empty(slice.Items);
        Assert.Null(slice.Continuation);
    }

    [Fact]
    public async Task An_entry_shows_the_case_as_of_its_last_event()
    {
        var opening = Writes.Opening("c1", 1);
        await RecordAsync(opening);
        Assert.Equal([opening.Entry], (await Ledger.ListAsync(All, 10, null, Cancellation)).Items);

        var next = Writes.Next("c1", opening.Events);
        next = next with { Entry = next.Entry with { Status = CaseStatus.Closed, DueOn = new DateOnly(2027, 1, 31), NextDueAt = null } };
        await RecordAsync(next);
        Assert.Equal([next.Entry], (await Ledger.ListAsync(All, 10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task A_status_lists_the_cases_in_it_and_those_whose_next_step_has_fallen_due()
    {
        var now = Writes.Start;
        await OpenAsync("in-it", CaseStatus.Vetoed, nextDueAt: null);
        await OpenAsync("finished", CaseStatus.Closed, nextDueAt: null);
        await OpenAsync("not-yet-due", CaseStatus.Rectifying, nextDueAt: now.AddTicks(1));

        // boundary
        await OpenAsync("due-now", CaseStatus.Rectifying, nextDueAt: now);
        await OpenAsync("overdue", CaseStatus.Rectifying, nextDueAt: now.AddDays(-1));
        await OpenAsync("due-now-elsewhere", CaseStatus.Rectifying, nextDueAt: now.ToOffset(TimeSpan.FromHours(8)));

        Assert.Equal(["in-it", "due-now", "overdue", "due-now-elsewhere"], await ListAsync(All with { Status = CaseStatus.Vetoed }));
    }

    [Fact]
    public async Task A_due_day_lists_the_cases_with_an_earlier_deadline()
    {
        await OpenAsync("before", dueOn: new DateOnly(2026, 6, 1));
        await OpenAsync("on-the-day", dueOn: new DateOnly(2026, 6, 2));
        await OpenAsync("year-before", dueOn: new DateOnly(2025, 12, 31));

        Assert.Equal(["before", "year-before"], await ListAsync(All with { DueBefore = new DateOnly(2026, 6, 2) }));
    }

    [Fact]
    public async Task Conditions_hold_together()
    {
        await OpenAsync("match", CaseStatus.Vetoed, unitId: "yj-qiaotou");
        await OpenAsync("other-unit", CaseStatus.Vetoed);
        await OpenAsync("other-status", CaseStatus.Closed, unitId: "yj-qiaotou", nextDueAt: null);
        await OpenAsync("other-day", CaseStatus.Vetoed, unitId: "yj-qiaotou", dueOn: new DateOnly(2026, 7, 1));
        await OpenAsync("due-in-other-unit", CaseStatus.Rectifying, nextDueAt: Writes.Start);

        Assert.Equal(["match"], await ListAsync(
            new CaseFilter(CaseStatus.Vetoed, new UnitId("yj-qiaotou"), new DateOnly(2026, 6, 3), Writes.Start)));
        Assert.Equal(["match", "other-status", "other-day"], await ListAsync(All with { UnitId = new UnitId("yj-qiaotou") }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(250)]
    [InlineData(251)]
    public async Task Two_hundred_and_fifty_cases_are_listed_once_each_in_the_order_of_opening(int top)
    {
        // The ids sort against the order of opening.
        var ids = Enumerable.Range(0, 250).Select(n => string.Create(CultureInfo.InvariantCulture, $"c{999 - n}")).ToList();
        foreach (var id in ids) await OpenAsync(id);

        List<string> listed = [];
        string? continuation = null;
        do
        {
            var slice = await Ledger.ListAsync(All, top, continuation, Cancellation);
            Assert.InRange(slice.Items.Count, 1, top);
            listed.AddRange(slice.Items.Select(entry => entry.CaseId.Value));
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(ids, listed);
    }

    [Fact]
    public async Task A_list_goes_on_where_it_stopped_although_cases_change_and_open_meanwhile()
    {
        foreach (var id in (string[])["a", "b", "c"]) await OpenAsync(id);
        var first = await Ledger.ListAsync(All, 2, null, Cancellation);

        var stream = await Ledger.LoadAsync(new CaseId("a"), Cancellation);
        await RecordAsync(Writes.Next("a", stream));
        await OpenAsync("d");
        var rest = await Ledger.ListAsync(All, 2, first.Continuation, Cancellation);

        Assert.Equal(["c", "d"], rest.Items.Select(entry => entry.CaseId.Value));
        Assert.Null(rest.Continuation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("abc")]
    [InlineData("Y2FzZXM6")]
    [InlineData("Y2FzZXM6LTE")]
    [InlineData("dW5pdHM6MQ")]
    [InlineData("gICA")]
    public async Task A_malformed_continuation_is_refused(string continuation) =>
        await Assert.ThrowsAsync<FormatException>(() => Ledger.ListAsync(All, 10, continuation, Cancellation));

    [Fact]
    public async Task The_cases_of_many_subjects_are_those_of_each()
    {
        var listed = new Subject.Official(new OfficialId("p-1001"));
        Subject[] subjects = [listed, new Subject.Unit(new UnitId("u1")), new Subject.Unit(new UnitId("p-1001")),
            new Subject.Official(new OfficialId("p-\"[0]"))];
        await RecordAsync(Writes.Opening("c2", 1, "u1"));
        await RecordAsync(Writes.Opening("c1", 2, "u2"));

        var cases = await Ledger.CasesOfAsync(subjects, Cancellation);

        Assert.Equal(subjects.ToHashSet(), cases.Keys.ToHashSet());
        foreach (var subject in subjects) Assert.Equal(await Ledger.CasesOfAsync(subject, Cancellation), cases[subject]);
        Assert.Equal(["c2", "c1"], cases[listed].Select(id => id.Value));
        Assert.Empty(await Ledger.CasesOfAsync([], Cancellation));
    }

    [Fact]
    public async Task A_list_of_less_than_one_entry_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Ledger.ListAsync(All, 0, null, Cancellation));

    private async Task OpenAsync(
        string id, CaseStatus status = CaseStatus.Rectifying, string unitId = "yj-oubei", DateOnly? dueOn = null,
        DateTimeOffset? nextDueAt = null)
    {
        var opening = Writes.Opening(id, new DocumentNumber(id, null, null), unitId);
        await RecordAsync(opening with
        {
            Entry = opening.Entry with { Status = status, NextDueAt = nextDueAt, DueOn = dueOn ?? opening.Entry.DueOn },
        });
    }

    private async Task<IReadOnlyList<string>> ListAsync(CaseFilter filter) =>
        [.. (await Ledger.ListAsync(filter, 100, null, Cancellation)).Items.Select(entry => entry.CaseId.Value)];
}
