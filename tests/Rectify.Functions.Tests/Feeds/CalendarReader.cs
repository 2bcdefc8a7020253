using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Rectify.Functions.Tests.Feeds;

/// <summary>Reads an iCalendar with a second implementation, the npm package ical.js.</summary>
internal static class CalendarReader
{
    public static async Task<ReadCalendar> ReadAsync(string text)
    {
        var home = Path.Combine(Here(), "..", "..", "calendarreader");
        SkipUnlessInstalled(home);
        using var process = Process.Start(new ProcessStartInfo("node", ["read.mjs"])
        {
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var json = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<ReadCalendar>(json, JsonSerializerOptions.Web)!;
    }

    // CI installs it: there a test that cannot run is a test that failed.
    private static void SkipUnlessInstalled(string home)
    {
        if (Directory.Exists(Path.Combine(home, "node_modules", "ical.js"))) return;

        const string missing = "The calendar reader of the tests is missing: run npm ci in tests/calendarreader (Node.js 20 or newer).";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

internal sealed record ReadCalendar(string Version, string Method, string Name, IReadOnlyList<ReadEvent> Events);

internal sealed record ReadEvent(
    string Uid, int Sequence, string Summary, string Status, bool IsAllDay, string Start, string End, string Stamp, string Url,
    string Transparency);
