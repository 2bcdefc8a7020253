using System.Collections.Concurrent;
using System.Diagnostics;
using Rectify.Worker.Tests.StartupHook;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>A program under test. It ends with the tests' process, however that ends.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Exited = process.WaitForExitAsync();
    }

    /// <summary>What it has written.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    public bool HasExited => process.HasExited;

    /// <summary>Completes when it has ended.</summary>
    public Task Exited { get; }

    /// <summary>Starts a .NET program.</summary>
    /// <param name="assembly">Its main assembly.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables besides those of the tests' process.</param>
    public static ChildProcess Start(
        string assembly, string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(SharedClock).Assembly.Location;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Adds a line to what it has written.</summary>
    public void Write(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }

    /// <summary>Ends it at once and completes when the system has taken it down.</summary>
    public Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        return Exited;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
