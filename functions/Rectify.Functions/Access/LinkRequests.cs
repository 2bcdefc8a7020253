using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Access;

/// <summary>Takes requests for links to sign in, and has them sent after the answer.</summary>
/// <remarks>
/// Nothing is looked up before the answer, so that neither its content nor its time tells whether an address is known. A request that is
/// lost with the process is made again by its person.
/// </remarks>
public sealed partial class LinkRequests(SignInLinks links, ILogger<LinkRequests> logger) : IHostedService, IDisposable
{
    /// <summary>How many links may be asked for from one network address at once.</summary>
    public const int Burst = 30;

    /// <summary>After how long another one may be asked for from there.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(6);

    private const int MostWaiting = 1000;
    private const int AtOnce = 4;

    private readonly CallerLimiter limiter = new(Burst, Pause);
    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, string> running = new();

    /// <summary>Takes a request. False, with <c>Retry-After</c>, when too many came from the caller's network address.</summary>
    public bool TryAdd(HttpContext context, string address, string returnTo)
    {
        if (!limiter.TryTake(context)) return false;
        if (running.Count >= MostWaiting)
        {
            LogFull();
            return true;
        }

        var sending = Task.Run(() => SendAsync(address, returnTo));
        running.TryAdd(sending, address);
        sending.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
        return true;
    }

    /// <summary>Completes when what was asked for up to now is sent, or was given up.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(running.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await WhenIdleAsync();
    }

    public void Dispose()
    {
        limiter.Dispose();
        turns.Dispose();
        stopping.Dispose();
    }

    private async Task SendAsync(string address, string returnTo)
    {
        try
        {
            await turns.WaitAsync(stopping.Token);
            try
            {
                await links.SendAsync(address, returnTo, stopping.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends. The person asks for another link.
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "A link to sign in could not be made.")]
    private partial void LogFailed(Exception failed);

    [LoggerMessage(LogLevel.Error, "So many links to sign in are asked for that one was left out.")]
    private partial void LogFull();
}
