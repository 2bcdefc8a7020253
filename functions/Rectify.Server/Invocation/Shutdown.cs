using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Rectify.Server.Invocation;

/// <summary>Gives running invocations time to end when the server stops, then cancels them.</summary>
/// <remarks>
/// They have 5 seconds, or half the shutdown timeout if that is shorter. Then their cancellation tokens are signalled, and they have the
/// rest of the timeout to end.
/// </remarks>
internal sealed class Shutdown(IOptions<HostOptions> options) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource source = new();

    /// <summary>Signalled when the time is up.</summary>
    public CancellationToken Token => source.Token;

    public void Begin()
    {
        var half = options.Value.ShutdownTimeout / 2;
        source.CancelAfter(half < TimeSpan.Zero || half > Quiet ? Quiet : half);
    }

    public void Dispose() => source.Dispose();
}
