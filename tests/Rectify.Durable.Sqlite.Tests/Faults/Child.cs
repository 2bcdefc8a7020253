using System.Diagnostics;
using System.Runtime.InteropServices;
using Rectify.Durable.Sqlite.Faults;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>A process of ours that runs the program of faults.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    public Child(params string[] arguments)
        : this([], arguments)
    {
    }

    /// <param name="prefix">A command that starts the program, with less rights for example.</param>
    /// <param name="arguments">What the program shall do.</param>
    public Child(IReadOnlyList<string> prefix, IReadOnlyList<string> arguments)
    {
        string[] command = [.. prefix, Dotnet(), "exec", typeof(Expected).Assembly.Location, .. arguments];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => Errors += line.Data is null ? "" : line.Data + "\n";
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public string Errors { get; private set; } = "";

    /// <summary>The next line that it says; null when it has ended.</summary>
    public async Task<string?> ReadAsync(CancellationToken token) =>
        await process.StandardOutput.ReadLineAsync(token).AsTask().WaitAsync(Patience, TimeProvider.System, token);

    /// <summary>Waits for a word.</summary>
    public async Task ExpectAsync(string word, CancellationToken token)
    {
        while (await ReadAsync(token) is { } line)
        {
            if (line == word)
            {
                return;
            }
        }

        Assert.Fail($"The program ended without saying '{word}'. {Errors}");
    }

    public async Task<int> EndAsync(CancellationToken token)
    {
        await process.WaitForExitAsync(token).WaitAsync(Patience, TimeProvider.System, token);
        return process.ExitCode;
    }

    public void Tell(string line) => process.StandardInput.WriteLine(line);

    /// <summary>SIGKILL: nothing in the program runs any more.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static string Dotnet() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
