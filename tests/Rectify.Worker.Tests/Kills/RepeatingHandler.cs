using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Kills;

/// <summary>A caller who repeats a request that got no answer.</summary>
internal sealed class RepeatingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Attempts = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception lost) when (lost is HttpRequestException or WorkerLostException && attempt < Attempts)
            {
                // The next attempt waits for the next worker.
            }
        }
    }
}
