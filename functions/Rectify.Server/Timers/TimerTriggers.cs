using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Server.Invocation;

namespace Rectify.Server.Timers;

/// <summary>Runs the timer functions, from when the host has started until it stops.</summary>
internal sealed class TimerTriggers(
    IReadOnlyList<TimerFunction> timers,
    TimerRecords records,
    InvocationPipeline pipeline,
    IServiceScopeFactory scopes,
    Shutdown shutdown,
    TimeProvider clock,
    ILogger<TimerTriggers> log) : IHostedLifecycleService, IDisposable
{
    private readonly BusyCount _busy = new();
    private readonly List<TimerRunner> _runners = [];

    /// <summary>Completes when no timer function runs.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation) => _busy.WhenIdleAsync(cancellation);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Busy from before the first request: whoever waits for idleness then also waits for what runs at the start.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _busy.Enter();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var timer in timers)
            {
                var runner = new TimerRunner(timer, new TimerProgress(timer, records), _busy, pipeline, scopes, shutdown, clock, log);
                _runners.Add(runner);
                runner.Start();
            }
        }
        finally
        {
            _busy.Leave();
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        shutdown.Begin();
        _runners.ForEach(runner => runner.Stop());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _busy.WhenIdleAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The shutdown timeout is over; a function that does not heed its token is left behind.
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _runners.ForEach(runner => runner.Dispose());
}
