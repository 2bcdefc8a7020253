using System.Net.Sockets;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>Ports of programs under test.</summary>
internal static class Listening
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    /// <summary>Completes when the program takes connections.</summary>
    /// <exception cref="WorkerLostException">It has ended.</exception>
    public static async Task WaitAsync(ChildProcess process, Uri address, CancellationToken cancellation)
    {
        while (!process.HasExited)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(address.Host, address.Port, cancellation);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Moment, TimeProvider.System, cancellation);
            }
        }

        throw new WorkerLostException("The program has ended.");
    }
}
