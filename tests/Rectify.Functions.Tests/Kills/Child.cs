using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Functions.Tests.Kills;

/// <summary>The built program as a process of its own. Every wait for it is bounded and fails with what it has said.</summary>
/// <remarks>The system chooses its port, and it says which: a port that was looked for before could be another's by then.</remarks>
internal sealed partial class Child : IAsyncDisposable
{
    public const string Key = "the-officers-key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private bool isDisposed;

    private Child(Process process)
    {
        this.process = process;
        Http = new HttpClient { Timeout = 2 * Patience };
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    /// <summary>Speaks with it, once it is ready.</summary>
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
    public static Child Start(string currentFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = currentFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Rectify.Server.dll"), "--urls", "http://127.0.0.1:0", .. arguments];
        foreach (var argument in command)
            start.ArgumentList.Add(argument);

        var child = new Child(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Heard;
        child.process.ErrorDataReceived += child.Heard;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
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
                if (process.HasExited)
                    throw new InvalidOperationException(Saying($"It ended by itself with exit code {await ExitAsync()}"));
                if (await IsReadyAsync(limit.Token)) return true;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Saying("It was not ready in time"));
        }

        return false;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does. A watcher that comes too late ends nothing.</summary>
    public void Kill()
    {
        lock (process)
        {
            if (isDisposed) return;
            IsKilled = true;
            process.Kill();
        }
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
        lock (process)
        {
            isDisposed = true;
            Http.Dispose();
            process.Dispose();
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        if (Http.BaseAddress is null && Listening.Match(Output) is { Success: true } listening)
            Http.BaseAddress = new Uri(listening.Groups["address"].Value);
        if (Http.BaseAddress is null) return false;

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

    [GeneratedRegex("Listening on (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening { get; }
}
