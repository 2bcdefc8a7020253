using System.Globalization;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What every ledger promises about the summaries by which lists are made, found and sorted.</summary>
public abstract class LedgerSummaryContract : StorageContract
{
    private static readonly DateTimeOffset Now = Writes.Start;
    private static readonly DateOnly Today = LocalDay.Of(Now);
    private static readonly CaseFilter All = new(null, null, null, Now);

    [Fact]
    public async Task A_summary_reads_back_exactly_and_follows_the_case()
    {
        var opening = Writes.Opening("c1", 1);
        var summary = new CaseSummary(
            "永平安督〔2026〕1号", "瓯北\"街道\"", Rung.Talk, new DateOnly(2026, 3, 2), DeadlineState.Provisional,
            new DateOnly(2026, 5, 26),
            BarList.Of([Bar("unit:yj-oubei", Today, new DateOnly(2026, 6, 2)), Bar("official:o-1", Today, DateOnly.MaxValue)]))
        {
            Awaited = new Awaited(AwaitedAct.FurtherInspection, new DateOnly(2026, 5, 20)),
            ChangedAt = Now.AddTicks(7),
        };
        await RecordAsync(opening with { Entry = opening.Entry with { Summary = summary } });
        Assert.Equal(summary, Assert.Single((await Ledger.ListAsync(All, 10, null, Cancellation)).Items).Summary);

        // What there is no more is gone; without a summary the whole of it.
        var next = Writes.Next("c1", opening.Events);
        var bare = new CaseSummary("永平安督〔2026〕2号", "瓯北街道", Rung.Veto, null, null, null, BarList.Empty);
        await RecordAsync(next with { Entry = next.Entry with { Summary = bare } });
        Assert.Equal(bare, Assert.Single((await Ledger.ListAsync(All, 10, null, Cancellation)).Items).Summary);

        await RecordAsync(Writes.Next("c1", [.. opening.Events, .. next.Events]));
        Assert.Null(Assert.Single((await OpenAgain().ListAsync(All, 10, null, Cancellation)).Items).Summary);
    }

    [Fact]
    public async Task A_text_is_found_in_numbers_and_names_to_the_letter_and_a_case_without_a_summary_may_hold_it()
    {
        await OpenAsync("by-number", summary: Summary with { DocumentNumber = "永平安督〔2026〕77号" });
        await OpenAsync("by-name", summary: Summary with { UnitName = "第77街道" });
        await OpenAsync("neither", summary: Summary);
        await OpenAsync("unsummarised", summary: null);
        await OpenAsync("due", summary: Summary, nextDueAt: Now);

        Assert.Equal(["by-number", "by-name", "unsummarised", "due"], await ListAsync(All with { Text = "77" }));
        Assert.Equal(["by-number", "unsummarised", "due"], await ListAsync(All with { Text = "〕77号" }));
        Assert.Equal(["unsummarised", "due"], await ListAsync(All with { Text = "7%" }));
        Assert.Equal(["unsummarised", "due"], await ListAsync(All with { Text = "'" }));
    }

    [Fact]
    public async Task An_awaited_act_lists_the_cases_that_wait_for_it_and_those_of_which_only_the_case_knows()
    {
        CaseSummary Waiting(AwaitedAct act) => Summary with { Awaited = new Awaited(act, Today) };
        foreach (var act in Enum.GetValues<AwaitedAct>()) await OpenAsync($"{act}", summary: Waiting(act));
        await OpenAsync("step-due", summary: Waiting(AwaitedAct.Nothing), nextDueAt: Now);
        foreach (var status in Enum.GetValues<CaseStatus>()) await OpenAsync($"earlier-{status}", status, summary: Summary);

        string[] unknown = ["step-due", .. Awaited.States.Select(status => $"earlier-{status}")];
        foreach (var act in Enum.GetValues<AwaitedAct>())
            Assert.Equal(unknown.Append($"{act}").Order(), (await ListAsync(All with { Awaits = [act] })).Order());
        Assert.Equal(
            unknown.Concat(["Inspection", "VetoDecision"]).Order(),
            (await ListAsync(All with { Awaits = [AwaitedAct.Inspection, AwaitedAct.VetoDecision] })).Order());
    }

    [Fact]
    public async Task Cases_that_changed_at_an_instant_or_later_are_listed()
    {
        await OpenAsync("before", summary: Summary with { ChangedAt = Now.AddTicks(-1) });
        await OpenAsync("then", summary: Summary with { ChangedAt = Now });
        await OpenAsync("later", summary: Summary with { ChangedAt = Now.AddDays(1) });
        await OpenAsync("earlier-version", summary: Summary);
        await OpenAsync("unsummarised", summary: null);

        Assert.Equal(["then", "later"], await ListAsync(All with { ChangedFrom = Now }));
    }

    [Fact]
    public async Task A_rung_lists_the_cases_that_began_on_it_and_those_without_a_summary()
    {
        foreach (var rung in Enum.GetValues<Rung>()) await OpenAsync($"{rung}", summary: Summary with { Rung = rung }, nextDueAt: Now);
        await OpenAsync("unsummarised", summary: null);

        foreach (var rung in Enum.GetValues<Rung>()) Assert.Equal([$"{rung}", "unsummarised"], await ListAsync(All with { Rung = rung }));
    }

    [Fact]
    public async Task A_light_lists_the_cases_that_show_it_and_those_of_which_only_the_case_knows()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
            await OpenAsync($"{status}", status, summary: Summary, dueOn: Today.AddDays(30));

        // boundary
        await OpenAsync("yellow-from-tomorrow", summary: Summary with { YellowFrom = Today.AddDays(1) }, dueOn: Today.AddDays(8));
        await OpenAsync("yellow-from-today", summary: Summary with { YellowFrom = Today }, dueOn: Today.AddDays(7));
        await OpenAsync("due-today", CaseStatus.AwaitingInspection, summary: Summary with { YellowFrom = Today.AddDays(-7) }, dueOn: Today);
        await OpenAsync("due-yesterday", CaseStatus.AwaitingInspection, summary: Summary with { YellowFrom = Today.AddDays(-8) },
            dueOn: Today.AddDays(-1));
        await OpenAsync("missed-yesterday", summary: Summary with { YellowFrom = Today.AddDays(-8) }, dueOn: Today.AddDays(-1));
        await OpenAsync("unsummarised", summary: null, dueOn: Today.AddDays(5));
        await OpenAsync("step-due", CaseStatus.Closed, summary: Summary, nextDueAt: Now);

        string[] always = ["Suspended", "step-due"];
        await LightsAsync(Light.Green, ["Rectifying", "AwaitingInspection", "yellow-from-tomorrow", .. always]);
        await LightsAsync(Light.Yellow, ["yellow-from-today", "due-today", "due-yesterday", .. always]);
        await LightsAsync(Light.Red, ["VetoProposed", "NextRungProposed", "ConsequenceProposed", "Vetoed", "missed-yesterday", .. always]);
        await LightsAsync(Light.Grey,
            ["Released", "Declined", "Fulfilled", "Escalated", "NextRungDeclined", "ConsequenceDecided", "Revoked", "Closed", .. always]);

        // Without a summary state and deadline are known, and only the first yellow day is not.
        async Task LightsAsync(Light light, string[] expected)
        {
            var listed = await ListAsync(All with { Light = light });
            Assert.Equal(expected.Order(), listed.Except(["unsummarised"]).Order());
            if (light is Light.Green or Light.Yellow) Assert.Contains("unsummarised", listed);
        }
    }

    [Fact]
    public async Task Whom_cases_bar_on_a_day_is_listed_by_the_last_barred_day_page_by_page()
    {
        await OpenAsync("over", Bar("unit:over", Today.AddDays(-9), Today.AddDays(-1)));
        await OpenAsync("last-day", Bar("unit:last-day", Today.AddDays(-9), Today), Bar("official:a", Today.AddDays(-9), Today));
        await OpenAsync("later", Bar("unit:later", Today.AddDays(1), Today.AddDays(99)));
        await OpenAsync("open-end", Bar("unit:b", Today, DateOnly.MaxValue), Bar("unit:a", Today, DateOnly.MaxValue));
        await OpenAsync("longer", Bar("official:a", Today.AddDays(3), Today.AddDays(30)), Bar("unit:c", Today, Today.AddDays(30)));
        await OpenAsync("unsummarised", summary: null);

        Assert.Equal(
            [("unit:last-day", "last-day"), ("official:a", "last-day longer"), ("unit:c", "longer"), ("unit:a", "open-end"),
                ("unit:b", "open-end")],
            await BarredAsync(null, 0, 10));
        Assert.Equal([("official:a", "last-day longer")], await BarredAsync(SubjectKind.Official, 0, 10));
        Assert.Equal([("unit:c", "longer"), ("unit:a", "open-end")], await BarredAsync(SubjectKind.Unit, 1, 2));
        Assert.Equal(4, (await Ledger.BarredAsync(Today, SubjectKind.Unit, 1, 2, Cancellation)).Total);
        Assert.Empty(await BarredAsync(null, 5, 10));
        Assert.Equal(["unsummarised"], await ListAsync(All with { Step = StepFilter.ToBeRead }));
    }

    [Fact]
    public async Task Whom_a_case_bars_follows_its_last_entry()
    {
        var opening = Writes.Opening("c1", 1);
        var first = BarList.Of([Bar("unit:a", Today, Today.AddDays(9)), Bar("unit:b", Today, Today)]);
        await RecordAsync(opening with { Entry = opening.Entry with { Summary = Summary with { Bars = first } } });
        var next = Writes.Next("c1", opening.Events);
        var last = BarList.Of([Bar("unit:b", Today, Today.AddDays(3))]);
        await RecordAsync(next with { Entry = next.Entry with { Summary = Summary with { Bars = last } } });

        Assert.Equal([("unit:b", "c1")], await BarredAsync(null, 0, 10));
    }

    [Fact]
    public async Task A_first_due_day_lists_the_cases_from_it_on_and_those_whose_clock_stands_still()
    {
        await OpenAsync("before", dueOn: Today.AddDays(-1));
        await OpenAsync("on-the-day", dueOn: Today);
        await OpenAsync("stopped", CaseStatus.Suspended, dueOn: Today.AddDays(-1));

        Assert.Equal(["on-the-day", "stopped"], await ListAsync(All with { DueFrom = Today }));
    }

    [Theory]
    [InlineData(CaseOrder.Opened)]
    [InlineData(CaseOrder.Newest)]
    [InlineData(CaseOrder.Due)]
    public async Task Every_order_lists_every_case_once_part_by_part(CaseOrder order)
    {
        // The days repeat, and fall where the ids rise.
        var cases =
            Enumerable.Range(0, 23)
                .Select(n => (Id: string.Create(CultureInfo.InvariantCulture, $"c{n:D2}"), DueOn: Today.AddDays(-(n % 5)))).ToList();
        foreach (var (id, dueOn) in cases) await OpenAsync(id, dueOn: dueOn);
        var expected = order switch
        {
            CaseOrder.Newest => cases.OrderByDescending(one => one.Id),
            CaseOrder.Due => cases.OrderBy(one => one.DueOn).ThenBy(one => one.Id),
            _ => cases.OrderBy(one => one.Id),
        };

        foreach (var top in (int[])[1, 4, 22, 23, 24])
        {
            List<string> listed = [];
            string? continuation = null;
            do
            {
                var slice = await Ledger.ListAsync(All with { Order = order }, top, continuation, Cancellation);
                Assert.InRange(slice.Items.Count, 1, top);
                listed.AddRange(slice.Items.Select(entry => entry.CaseId.Value));
                continuation = slice.Continuation;
            } while (continuation is not null);

            Assert.Equal(expected.Select(one => one.Id), listed);
        }
    }

    [Fact]
    public async Task A_list_in_one_order_does_not_go_on_in_another()
    {
        foreach (var id in (string[])["a", "b"]) await OpenAsync(id);
        foreach (var from in Enum.GetValues<CaseOrder>())
        {
            var continuation = (await Ledger.ListAsync(All with { Order = from }, 1, null, Cancellation)).Continuation;
            foreach (var to in Enum.GetValues<CaseOrder>().Except([from]))
                await Assert.ThrowsAsync<FormatException>(() => Ledger.ListAsync(All with { Order = to }, 1, continuation, Cancellation));
        }
    }

    [Fact]
    public async Task Cases_are_counted_by_state_except_those_whose_step_is_due_which_are_listed()
    {
        await OpenAsync("a", CaseStatus.Rectifying, nextDueAt: Now.AddTicks(1));
        await OpenAsync("b", CaseStatus.Rectifying, nextDueAt: Now);
        await OpenAsync("c", CaseStatus.Vetoed);
        await OpenAsync("d", CaseStatus.Vetoed);

        var counts = await Ledger.CountAsync(Now, Cancellation);

        Assert.Equal([(CaseStatus.Rectifying, 1), (CaseStatus.Vetoed, 2)], counts.Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(["b"], await ListAsync(All with { Step = StepFilter.Due }));
    }

    private static CaseSummary Summary =>
        new("永平安督〔2026〕1号", "瓯北街道", Rung.Listing, Today, DeadlineState.Fixed, Today.AddDays(20), BarList.Empty);

    private static SubjectBar Bar(string subject, DateOnly from, DateOnly to) => new(Subject.Parse(subject)!, new DayInterval(from, to));

    private Task OpenAsync(string id, params SubjectBar[] bars) => OpenAsync(id, summary: Summary with { Bars = BarList.Of(bars) });

    private async Task<IReadOnlyList<(string, string)>> BarredAsync(SubjectKind? kind, int skip, int top) =>
        [.. (await Ledger.BarredAsync(Today, kind, skip, top, Cancellation)).Items
            .Select(item => (item.Subject.ToString(), string.Join(' ', item.Cases)))];

    private async Task OpenAsync(
        string id, CaseStatus status = CaseStatus.Rectifying, CaseSummary? summary = null, DateOnly? dueOn = null,
        DateTimeOffset? nextDueAt = null)
    {
        var opening = Writes.Opening(id, new DocumentNumber(id, null, null));
        await RecordAsync(opening with
        {
            Entry = opening.Entry with { Status = status, NextDueAt = nextDueAt, DueOn = dueOn ?? opening.Entry.DueOn, Summary = summary },
        });
    }

    private async Task<IReadOnlyList<string>> ListAsync(CaseFilter filter) =>
        [.. (await Ledger.ListAsync(filter, 100, null, Cancellation)).Items.Select(entry => entry.CaseId.Value)];
}
