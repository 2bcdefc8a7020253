using Microsoft.Extensions.Hosting;

namespace Rectify.Functions;

/// <summary>
/// Reads the settings and opens the ledger when the app starts, so that errors in them are reported at the start and not to the first
/// caller.
/// </summary>
/// <param name="read">Reads and opens them. Not before the start: a host may first lock the data folder and make the officer key.</param>
internal sealed class StartCheck(Action read) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        read();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
