using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rectify.Bench.Engine;

/// <summary>A fresh process that opens a store, waits, and tells what that took.</summary>
internal static class WaitingChild
{
    public const string Option = "--wait";

    public static async Task<Observation> StartAsync(string path, TimeSpan window)
    {
        var start = TimeProvider.System.GetTimestamp();

        // This program again, whether it was started by itself or by "dotnet Rectify.Bench.dll".
        var program = Environment.ProcessPath!;
        string[] assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? ["exec", typeof(WaitingChild).Assembly.Location] : [];
        string[] command = [.. assembly, "engine", Option, path, window.TotalSeconds.ToString(CultureInfo.InvariantCulture)];
        using var child = Process.Start(new ProcessStartInfo(program, command) { RedirectStandardOutput = true })!;
        await child.StandardOutput.ReadLineAsync();
        var ready = TimeProvider.System.GetElapsedTime(start);
        var observation = JsonSerializer.Deserialize<Observation>(await child.StandardOutput.ReadToEndAsync())!;
        await child.WaitForExitAsync();
        return observation with { ReadyAfter = ready.TotalSeconds };
    }

    public static async Task<int> RunAsync(string path, int seconds)
    {
        await using var engine = await BenchEngine.OpenAsync(path);
        await engine.WhenIdleAsync();
        Console.WriteLine("ready");

        // What the start leaves to the runtime, compiling for example, is not what waiting costs.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        using var self = Process.GetCurrentProcess();
        var (before, start) = (self.TotalProcessorTime, TimeProvider.System.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        self.Refresh();
        var used = (self.TotalProcessorTime - before) / TimeProvider.System.GetElapsedTime(start);
        Console.WriteLine(JsonSerializer.Serialize(new Observation(0, self.PeakWorkingSet64 / 1e6, 100 * used)));
        return 0;
    }

    /// <param name="ReadyAfter">Seconds from the start of the process.</param>
    /// <param name="Megabytes">The most that was resident.</param>
    /// <param name="Processor">Of one processor, while nothing was to do, in percent.</param>
    internal sealed record Observation(double ReadyAfter, double Megabytes, double Processor);
}
