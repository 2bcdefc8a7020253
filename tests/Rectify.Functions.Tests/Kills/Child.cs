using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rectify.Functions.Tests.Kills;

/// <summary>The built program as a process of its own. Every wait for it is bounded and fails with what it has said.</summary>
internal sealed class Child : IAsyncDisposable
{
    public const string Key = "k";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder output = new();

    private Child(Process process, int port)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public HttpClient Http { get; }

    /// <summary>Whether the test has ended it by force.</summary>
    public bool IsKilled { get; private set; }

    public int ExitCode => process.ExitCode;

    /// <summary>What it has written to both streams.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Starts the program with these arguments after its address, in a folder.</summary>
    public static Child Start(int port, string currentFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = currentFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Rectify.Functions.dll"), "--urls", $"http://127.0.0.1:{port}", .. arguments])
            start.ArgumentList.Add(argument);

        var child = new Child(new Process { StartInfo = start }, port);
        child.process.OutputDataReceived += child.Heard;
        child.process.ErrorDataReceived += child.Heard;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Completes with true when it is ready, with false when it has been killed before.</summary>
    public async Task<bool> BecomesReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await poll.WaitForNextTickAsync(limit.Token))
            {
                if (IsKilled) return false;
                if (process.HasExited) throw new InvalidOperationException(Saying($"It ended by itself with exit code {await ExitAsync()}"));
                if (await IsReadyAsync(limit.Token)) return true;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Saying("It was not ready in time"));
        }

        return false;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        IsKilled = true;
        process.Kill();
    }

    /// <summary>Asks it to stop, as Ctrl-C does.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("/bin/kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit(Patience);
    }

    /// <summary>Waits for its end, and for the last it has to say.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Saying("It did not end in time"));
        }

        return process.ExitCode;
    }

    /// <summary>A finding, with what the program has said.</summary>
    public string Saying(string finding) => $"{finding}. The program said:\n{Output}";

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) Kill();
        await ExitAsync();
        Http.Dispose();
        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync("/api/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (output) output.AppendLine(line.Data);
    }
}
