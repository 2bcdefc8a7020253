using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Rectify.Embedded.Hosting;

/// <summary>Finds out before anything else happens whether the addresses are free.</summary>
internal static class ListenAddresses
{
    /// <exception cref="HostStartException">An address is taken or not ours to take.</exception>
    public static void RequireFree(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            RequireFree(url, BindingAddress.Parse(url));
        }
    }

    private static void RequireFree(string url, BindingAddress address)
    {
        if (address.IsUnixPipe || address.Port == 0)
        {
            return;
        }

        var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed
            : string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.Any;

        using var listener = new TcpListener(ip, address.Port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new HostStartException(Sentence(url, e), cause: e);
        }
    }

    private static string Sentence(string url, SocketException e) => e.SocketErrorCode == SocketError.AddressAlreadyInUse
        ? $"Cannot listen on {url}: the port is in use. Stop the other program, or choose another port with --urls."
        : $"Cannot listen on {url}: {e.Message}.";
}
