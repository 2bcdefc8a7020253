using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>What every kind of consultation log does.</summary>
public abstract class ConsultationStoreContract
{
    private static readonly DocumentSeries Of2026 = new("平安函", 2026);
    private static readonly DocumentSeries Of2027 = new("平安函", 2027);

    protected abstract IConsultationStore Log { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second log over the same data, opened as another process opens it.</summary>
    protected abstract IConsultationStore OpenAgain();

    [Fact]
    public async Task A_consultation_reads_back_as_it_was_recorded()
    {
        var (recorded, request) = await Log.RecordAsync(Draft("q1"), Of2026, null, Cancellation);

        Assert.Null(request);
        Assert.Equal("平安函〔2026〕1号", recorded.Number.Text);
        Assert.Equivalent(Draft("q1") with { Number = recorded.Number }, recorded, strict: true);
        Assert.Equivalent(recorded, await OpenAgain().FindAsync("q1", Cancellation), strict: true);
        Assert.Null(await Log.FindAsync("q2", Cancellation));
    }

    [Fact]
    public async Task A_consultation_about_a_long_list_of_names_reads_back_with_every_row()
    {
        var draft = Draft("q1") with { Rows = [.. Enumerable.Range(1, 1000).Select(Row)] };

        await Log.RecordAsync(draft, Of2026, null, Cancellation);
        await Log.RecordAsync(Draft("q2"), Of2026, null, Cancellation);

        Assert.Equal(draft.Rows, (await OpenAgain().FindAsync("q1", Cancellation))!.Rows);
        Assert.Null((await OpenAgain().FindAsync("q2", Cancellation))!.Rows);
    }

    [Fact]
    public async Task Numbers_run_without_a_gap_and_begin_anew_in_each_series()
    {
        var numbers = new List<string>();
        foreach (var (id, series) in new[] { ("q1", Of2026), ("q2", Of2026), ("q3", Of2027), ("q4", Of2026),
            ("q5", new DocumentSeries("永函", 2026)) })
            numbers.Add((await Log.RecordAsync(Draft(id), series, null, Cancellation)).Consultation.Number.Text);

        Assert.Equal(["平安函〔2026〕1号", "平安函〔2026〕2号", "平安函〔2027〕1号", "平安函〔2026〕3号", "永函〔2026〕1号"], numbers);
    }

    [Fact]
    public async Task Numbers_given_at_the_same_time_by_two_processes_are_unique_and_leave_no_gap()
    {
        IConsultationStore[] logs = [Log, OpenAgain()];
        var recorded = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(() => logs[i % 2].RecordAsync(Draft($"q{i}"), Of2026, null, Cancellation))));

        Assert.Equal(Enumerable.Range(1, 40), recorded.Select(logged => logged.Consultation.Number.Number!.Value).Order());
    }

    [Fact]
    public async Task A_key_is_recorded_once_and_leads_back_to_its_first_answer()
    {
        var key = new KeyedRequest("k", "ab12");
        var first = await Log.RecordAsync(Draft("q1"), Of2026, key, Cancellation);
        var again = await OpenAgain().RecordAsync(Draft("q2"), Of2026, key with { BodyHash = "cd34" }, Cancellation);

        Assert.Equal(("q1", key), (again.Consultation.ConsultationId, again.Request));
        Assert.Equivalent(first, await Log.FindByKeyAsync("k", Cancellation), strict: true);
        Assert.Null(await Log.FindByKeyAsync("other", Cancellation));
        Assert.Null(await Log.FindAsync("q2", Cancellation));
        Assert.Equal(2, (await Log.RecordAsync(Draft("q3"), Of2026, null, Cancellation)).Consultation.Number.Number);
    }

    [Fact]
    public async Task One_key_used_at_the_same_time_is_recorded_once()
    {
        IConsultationStore[] logs = [Log, OpenAgain()];
        var recorded = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => logs[i % 2].RecordAsync(Draft($"q{i}"), Of2026, new KeyedRequest("k", "ab12"), Cancellation))));

        Assert.Single(recorded.Select(logged => logged.Consultation.ConsultationId).Distinct());
        Assert.Single((await Log.ListAsync(10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task Consultations_are_listed_in_the_order_of_asking_in_parts()
    {
        foreach (var id in new[] { "q3", "q1", "q2" }) await Log.RecordAsync(Draft(id), Of2026, null, Cancellation);

        var first = await Log.ListAsync(2, null, Cancellation);
        var rest = await Log.ListAsync(2, first.Continuation, Cancellation);

        Assert.Equal(["q3", "q1", "q2"], [.. first.Items.Concat(rest.Items).Select(item => item.ConsultationId)]);
        Assert.Null(rest.Continuation);
        await Assert.ThrowsAsync<FormatException>(() => Log.ListAsync(2, "Y2FzZXM6MQ", Cancellation));
    }

    [Fact]
    public async Task The_last_consultation_is_listed_first_and_whoever_asks_for_their_own_sees_no_other()
    {
        foreach (var id in new[] { "q1", "q2", "q3", "q4", "q5" })
            await Log.RecordAsync(Draft(id) with { Actor = id is "q1" or "q4" ? "consulting:文明办" : "consulting:组织部" }, Of2026, null,
                Cancellation);

        async Task<IReadOnlyList<string>> AllAsync(Caller? asker, int top)
        {
            var (ids, continuation) = (new List<string>(), (string?)null);
            do
            {
                var slice = await OpenAgain().ListNewestAsync(asker, top, continuation, Cancellation);
                Assert.InRange(slice.Items.Count, 1, top);
                ids.AddRange(slice.Items.Select(item => item.ConsultationId));
                continuation = slice.Continuation;
            } while (continuation is not null);

            return ids;
        }

        foreach (var top in new[] { 1, 2, 5, 10 })
        {
            Assert.Equal(["q5", "q4", "q3", "q2", "q1"], await AllAsync(null, top));
            Assert.Equal(["q4", "q1"], await AllAsync(Body("文明办"), top));
            Assert.Equal(["q5", "q3", "q2"], await AllAsync(Body("组织部"), top));
        }

        Assert.Empty((await Log.ListNewestAsync(Body("nobody"), 2, null, Cancellation)).Items);
        await Assert.ThrowsAsync<FormatException>(() => Log.ListNewestAsync(null, 2, "Y2FzZXM6MQ", Cancellation));
    }

    [Fact]
    public async Task Who_holds_an_account_sees_what_its_earlier_holders_asked_and_nothing_of_a_longer_or_shorter_id()
    {
        string[] actors = ["consulting:hr 张三", "consulting:hr2 李四", "consulting:hr", "consulting:hr 王五", "officer:hr 张三"];
        foreach (var (index, actor) in actors.Index())
            await Log.RecordAsync(Draft($"q{index}") with { Actor = actor }, Of2026, null, Cancellation);

        var found = await OpenAgain().ListNewestAsync(Body("赵六") with { AccountId = "hr" }, 9, null, Cancellation);
        Assert.Equal(["q3", "q0"], found.Items.Select(item => item.ConsultationId));
        found = await OpenAgain().ListNewestAsync(Body("hr"), 9, null, Cancellation);
        Assert.Equal(["q2"], found.Items.Select(item => item.ConsultationId));
    }

    [Fact]
    public async Task An_empty_log_lists_nothing() => Assert.Empty((await Log.ListNewestAsync(null, 1, null, Cancellation)).Items);

    private static ConsultedRow Row(int number) => new(
        number, $"{number}\t阿卜杜拉·买买提\t永嘉县瓯北街道办事处平安建设办公室\t副主任、综治中心主任\t推荐为先进个人",
        (Identification)(number % 5), number % 5 < 3 ? new Subject.Official(new OfficialId("o-1")) : null, number % 20,
        number > 1 ? 1 : null);

    internal static Consultation Draft(string id) => new(
        id, Of2026.At(1), Purpose.Promotion, new DateOnly(2026, 10, 8), "县委\"组织部\"", "consulting:组织部", Role.Consulting,
        new DateTimeOffset(2026, 10, 8, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        [
            new ConsultedSubject(
                new Subject.Official(new OfficialId("o-1")), "王主任",
                new Finding(
                    Answer.Barred, new DateOnly(2027, 9, 30),
                    [new FindingBasis(new CaseId("c-1"), new SanctionId("c-1-V1"), Measure.Veto, Bars.AwardAndPromotion, new(2026, 9, 30),
                        new(2027, 9, 30), "永平安督〔2026〕3号")]),
                [new CaseVersion(new CaseId("c-1"), 15, new string('a', 64))]),
            new ConsultedSubject(new Subject.Official(new OfficialId("o-9")), "李副主任", new Finding(Answer.Clear, null, []), []),
        ]);

    private static Caller Body(string name) => new(name, Role.Consulting, null);
}
