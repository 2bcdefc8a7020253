using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Rectify.Functions.Tests.Ledger.Tables;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>The real Azurite (npm), its table service alone, on a free loopback port, for all tests of this process.</summary>
/// <remarks>
/// It is started by the first test that asks for it. Where it is not installed such a test is skipped, and fails when CI=true.
/// </remarks>
public sealed class Azurite : IDisposable
{
    private const string Program = "azurite-table";
    private const string Account = "devstoreaccount1";

    // Published with the emulator: it opens nothing but an emulator.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lock Gate = new();
    private static Azurite? instance;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-azurite-");
    private int prefixes;
    private Process? process;
    private int port;

    public Azurite() => instance = this;

    /// <summary>The connection string of the running server; skips the test where the server is not installed.</summary>
    public static string ConnectionString
    {
        get
        {
            var azurite = instance ?? throw new InvalidOperationException("The fixture is not there yet.");
            lock (Gate) azurite.process ??= azurite.Start();
            var endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{azurite.port}/{Account}");
            return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={endpoint};";
        }
    }

    /// <summary>A beginning for names of tables that no other test has.</summary>
    public static string NewPrefix() => string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref instance!.prefixes)}x");

    /// <summary>Settings by which an app uses tables of its own here.</summary>
    public static string[] Settings() => ["--Data:Tables", ConnectionString, "--Data:TablesPrefix", NewPrefix()];

    public void Dispose()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private Process Start()
    {
        var program = Find();
        if (program is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{Program} is not installed: .ci/run installs it (npm azurite).");
        Assert.SkipWhen(program is null, $"{Program} is not installed (npm install --global azurite).");

        port = FreePort();
        string[] arguments =
        [
            "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture), "--location", folder.FullName,
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        var started =
            Process.Start(new ProcessStartInfo(program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // The line that says it listens is the last of its start; an end of the output means that it could not.
        var output = "";
        while (started.StandardOutput.ReadLine() is { } line)
        {
            output += line + "\n";
            if (!line.Contains("successfully started", StringComparison.OrdinalIgnoreCase)) continue;
            _ = started.StandardOutput.ReadToEndAsync();
            _ = started.StandardError.ReadToEndAsync();
            return started;
        }

        throw new InvalidOperationException($"{Program} did not start: {output}{started.StandardError.ReadToEnd()}");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, Program), Path.Combine(folder, $"{Program}.cmd")])
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
