using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Rectify.Server;

/// <summary>Reads the addresses to listen on, and checks before anything else that they are free.</summary>
internal static class ListenAddresses
{
    /// <summary>The addresses in a list.</summary>
    /// <exception cref="HostStartException">An address is malformed or not one to listen on.</exception>
    public static string[] Split(string urls) =>
        Problem(urls) is { } problem ? throw HostStartException.WrongSetting(problem) : urls.Split(';');

    /// <summary>What is wrong with a list of addresses; null when nothing is.</summary>
    public static string? Problem(string urls) => Array.TrueForAll(urls.Split(';'), CanListenOn)
        ? null
        : $"The argument --urls is a list of http addresses such as http://127.0.0.1:7071, separated by ';'; got '{urls}'.";

    /// <exception cref="HostStartException">An address is in use, or this process may not listen on it.</exception>
    public static void RequireFree(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            RequireFree(url, BindingAddress.Parse(url));
        }
    }

    private static bool CanListenOn(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http", PathBase: "" or "/", Port: >= 0 and <= 65535, IsUnixPipe: false }

                // Any other host name, for example a mistyped address, would make Kestrel listen on every address of the machine.
                && (address.Host is "localhost" or "*" or "+" || IPAddress.TryParse(address.Host, out _))

                // With port 0 the system chooses a free port for one address, but localhost stands for two.
                && !(address.Port == 0 && string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            return false;
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
