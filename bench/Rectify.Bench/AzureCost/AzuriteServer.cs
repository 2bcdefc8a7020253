using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rectify.Bench.AzureCost;

/// <summary>The real Azurite (npm), its table service alone, on a free loopback port and with a folder of its own.</summary>
internal sealed class AzuriteServer : IDisposable
{
    private const string Account = "devstoreaccount1";

    // Published with the emulator: it opens nothing but an emulator.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;
    private readonly int port;
    private int requests;

    private AzuriteServer(Process process, int port) => (this.process, this.port) = (process, port);

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{Account};");

    /// <summary>Waits until the server's own access log has as many requests: it has been asked nothing that was not counted.</summary>
    /// <exception cref="InvalidOperationException">It has another number of them.</exception>
    public async Task RequireAsync(int sent)
    {
        // The log is written a little later than the answers.
        for (var looks = 0; Volatile.Read(ref requests) < sent && looks < 100; looks++) await Task.Delay(TimeSpan.FromMilliseconds(50),
            TimeProvider.System);
        if (Volatile.Read(ref requests) is var logged && logged != sent)
            throw new InvalidOperationException($"{sent} requests were counted, and the server's log has {logged}.");
    }

    /// <summary>Starts it; null where it is not installed.</summary>
    public static AzuriteServer? Start(string folder)
    {
        if (Find() is not { } program) return null;

        var port = FreePort();
        string[] arguments =
        [
            "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture), "--location", folder,
            "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var server = new AzuriteServer(process, port);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.Contains("successfully", StringComparison.OrdinalIgnoreCase)) continue;

            _ = server.CountAsync();
            _ = process.StandardError.ReadToEndAsync();
            return server;
        }

        throw new InvalidOperationException($"{program} did not start: {process.StandardError.ReadToEnd()}");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    // A line of the access log names the protocol after the request: "GET /devstoreaccount1/… HTTP/1.1".
    private async Task CountAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(" HTTP/1.1\"", StringComparison.Ordinal)) Interlocked.Increment(ref requests);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "azurite-table"), Path.Combine(folder, "azurite-table.cmd")])
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
