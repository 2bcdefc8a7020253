using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Server.Invocation;

namespace Rectify.Server.Timers;

/// <summary>Runs the timer functions, from the start of the server until it stops.</summary>
internal sealed class TimerTriggers(
    IReadOnlyList<TimerFunction> timers,
    TimerRecords records,
    InvocationPipeline pipeline,
    IServiceScopeFactory scopes,
    Shutdown shutdown,
    TimeProvider clock,
    ILogger<TimerTriggers> log) : IHostedLifecycleService, IDisposable
{
    private readonly BusyCount busy = new();
    private readonly List<TimerRunner> runners = [];

    /// <summary>Completes when no timer function is running.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation) => busy.WhenIdleAsync(cancellation);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Counts as busy before the first request can come in, so that a caller of WhenIdleAsync also waits for the runs at the start.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        busy.Enter();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var timer in timers)
            {
                var runner = new TimerRunner(timer, new TimerProgress(timer, records), busy, pipeline, scopes, shutdown, clock, log);
                runners.Add(runner);
                runner.Start();
            }
        }
        finally
        {
            busy.Leave();
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        shutdown.Begin();
        runners.ForEach(runner => runner.Stop());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await busy.WhenIdleAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The shutdown timeout is over: a function that ignores its cancellation token is abandoned.
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => runners.ForEach(runner => runner.Dispose());
}
