using System.Collections.Concurrent;
using System.Diagnostics;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Observability;

namespace Rectify.Functions.Tests.Observability;

public class SignalTests
{
    [Fact]
    public async Task Every_step_of_a_case_is_measured_and_none_is_late_while_the_app_runs()
    {
        using var measured = new Measurements();
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2027-10-01 00:00");

        var steps = measured.Of(app, Signals.StepLateness);
        Assert.All(steps, step => Assert.Equal((step.Tag, 0d), step));
        Assert.Equal(
            [("deadline", 1), ("reminder", 6), ("sanctionEnd", 2), ("sanctionEndNotice", 2)],
            steps.CountBy(step => (string)step.Tag!).Select(count => (count.Key, count.Value)).Order());
        // Mails, not messages: two reminders that went out as one are two.
        Assert.Equal((await app.ItemsAsync("/api/notices?status=sent&top=200")).Count,
            measured.Of(app, Signals.Mails).Where(mail => mail.Tag is "sent").Sum(mail => mail.Value));
    }

    [Fact]
    public async Task A_deadline_that_passed_while_the_app_was_down_is_as_late_as_its_entry()
    {
        using var measured = new Measurements();
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-09-30 10:00");
        await app.RestartAtAsync("2026-10-01 06:00");
        await app.SettleAsync();

        Assert.Equal([("deadline", TimeSpan.FromHours(6).TotalSeconds)],
            measured.Of(app, Signals.StepLateness).Where(step => step.Tag is "deadline"));
    }

    [Fact]
    public async Task A_step_that_was_due_before_its_case_was_entered_is_not_late_by_the_time_before()
    {
        using var measured = new Measurements();
        await using var app = await App.StartAsync("2026-03-30 09:30");
        await app.ListAsync("2026-03-30", new { days = 3 });
        await app.AdvanceAsync("2026-03-30 09:40");

        // The reminder three days before the deadline belongs to 09:00 of the very day; it was decided with the listing.
        Assert.Equal(4, app.Mails()["reminder"]);
        Assert.Empty(measured.Of(app, Signals.StepLateness));
    }

    [Fact]
    public async Task What_reconciling_had_to_mend_is_counted_and_its_lag_observed()
    {
        using var measured = new Measurements();
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();
        await app.Durable.TerminateInstanceAsync($"case-{caseId}", (object?)"by mistake", TestContext.Current.CancellationToken);
        await app.SettleAsync();
        await app.AdvanceAsync("2026-03-30 10:17");
        await app.AdvanceAsync("2026-03-30 10:32");
        measured.Observe();

        Assert.Equal([("ended", 1d)], measured.Of(app, Signals.ReconcileFindings));
        Assert.Equal(TimeSpan.FromMinutes(15).TotalSeconds, measured.Of(app, Signals.ReconcileLag)[^1].Value);
        Assert.Equal(2, measured.Of(app, Signals.ReconcileDuration).Count);
    }

    [Fact]
    public async Task The_work_on_a_case_is_a_span_with_its_id_and_its_steps_and_no_person()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Signals.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var app = await App.StartAsync("2026-03-30 09:30");
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-01 00:00");

        var ours = spans.Where(span => span.GetTagItem(Signals.CaseTag) is string id && id == caseId).ToList();
        var steps = ours.SelectMany(span => span.Events).Select(step => step.Tags.Single(tag => tag.Key == Signals.StepTag).Value).ToList();
        Assert.All(ours, span => Assert.Equal("carry out", span.OperationName));
        Assert.Contains("deadline", steps);
        Assert.Equal(6, steps.Count(step => step is "reminder"));
        Assert.All(
            ours.SelectMany(span => span.TagObjects.Concat(span.Events.SelectMany(step => step.Tags))),
            tag => Assert.DoesNotContain("o-", tag.Value?.ToString() ?? "", StringComparison.Ordinal));
    }
}
