using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

public sealed class TimerTests : Comparison
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public Task A_timer_fires_at_its_time_or_later() => SameAsync(
        new Code().Orchestrator("Timer", async (context, _) =>
        {
            var due = context.CurrentUtcDateTime + Short;
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        }),
        Run("Timer"));

    [Fact]
    public Task Timers_of_zero_and_of_the_past_fire_in_a_later_turn() => SameAsync(
        new Code().Orchestrator("Timer", async (context, journal) =>
        {
            var zero = context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            var past = context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            journal.Add(context, $"zero {zero.IsCompleted}, past {past.IsCompleted}");
            await Task.WhenAll(zero, past);
            return "fired";
        }),
        Run("Timer"));

    [Fact]
    public Task A_negative_delay_fires_too() => SameAsync(
        new Code().Orchestrator("Timer", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(-1), CancellationToken.None);
            return "fired";
        }),
        Run("Timer"));

    [Fact]
    public Task Several_timers_fire_in_the_order_of_their_times() => SameAsync(
        new Code().Orchestrator("Timers", async (context, journal) =>
        {
            await Task.WhenAll(Wait(1800), Wait(600), Wait(1200));
            return null;

            async Task Wait(int milliseconds)
            {
                await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
                journal.Add(context, $"{milliseconds}");
            }
        }),
        Run("Timers"));

    [Fact]
    public Task A_cancelled_timer_throws_and_holds_nobody_up() => SameAsync(
        new Code().Orchestrator("Cancel", async (context, journal) =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
            cancellation.Cancel();
            try
            {
                await timer;
            }
            catch (OperationCanceledException e)
            {
                journal.Add(context, e.GetType().Name);
            }

            return timer.Status.ToString();
        }),
        Run("Cancel"));

    [Fact]
    public Task A_timer_with_a_token_that_is_cancelled_already_throws_at_once() => SameAsync(
        new Code().Orchestrator("Cancelled", async (context, _) =>
        {
            var timer = context.CreateTimer(TimeSpan.FromDays(1), new CancellationToken(canceled: true));
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException e)
            {
                return e.GetType().Name;
            }
        }),
        Run("Cancelled"));

    [Fact]
    public Task An_event_that_wins_over_a_timer_lets_the_timer_be_cancelled() => SameAsync(
        new Code().Orchestrator("Race", async (context, journal) =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
            var told = context.WaitForExternalEvent<string>("go");
            journal.Open("waiting");
            var first = await Task.WhenAny(timer, told);
            cancellation.Cancel();
            return first == told ? await told : "timer";
        }),
        async script =>
        {
            await script.StartAsync("Race", "a");
            await script.ReachAsync("waiting");
            await script.RaiseAsync("a", "go", "event");
            await script.EndAsync("a");
        });

    private static Func<Script, Task> Run(string name) => async script =>
    {
        await script.StartAsync(name, "a");
        await script.EndAsync("a");
    };
}
