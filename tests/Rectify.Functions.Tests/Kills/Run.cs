using System.Diagnostics;
using System.Text.Json;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Tests.Kills;

/// <summary>The script, played against the program on one data folder, with kills where the plan has them.</summary>
internal sealed class Run : IAsyncDisposable
{
    private readonly Script script = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-kill-");
    private Child? child;

    public Books Books => new(folder.FullName);

    public IReadOnlyList<Step> Steps => script.Steps;

    /// <summary>How many kills there were.</summary>
    public int Kills { get; private set; }

    public Measured? Start { get; private set; }

    public List<Measured> Measured { get; } = [];

    /// <summary>Plays the script to its end and stops the program as Ctrl-C does.</summary>
    public async Task PlayAsync(KillPlan plan)
    {
        Start = await MeasureAsync(() => StartAsync(plan.FirstStart));
        foreach (var step in script.Steps) Measured.Add(await MeasureAsync(() => DoAsync(step, plan)));
        await StopAsync();
    }

    /// <summary>A finding, with where the run stands and what the program has said.</summary>
    public string Saying(string finding) => child?.Saying($"After {Kills} kills, step {Measured.Count}: {finding}") ?? finding;

    public async ValueTask DisposeAsync()
    {
        if (child is not null) await child.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task DoAsync(Step step, KillPlan plan)
    {
        foreach (var hit in plan.Hits[step.Number])
        {
            await HitAsync(hit.Moment, () => TryAsync(step));
            await StartAsync(hit.Restart);
            await CheckAsync();
        }

        await step.DoAsync(child!.Http);
    }

    private async Task StartAsync(Moment? hit)
    {
        await BeginAsync();
        if (hit is not null)
        {
            await HitAsync(hit, () => child!.BecomesReadyAsync());
            await BeginAsync();
        }

        Assert.True(await child!.BecomesReadyAsync(), Saying("not ready"));
    }

    private async Task HitAsync(Moment moment, Func<Task> act)
    {
        var hit = child!;
        using (moment.Arm(folder.FullName, hit.Kill)) await act();
        hit.Kill();
        await hit.ExitAsync();
        Kills++;
    }

    private async Task BeginAsync()
    {
        if (child is not null) await child.DisposeAsync();
        child = Child.Start(
            folder.FullName, "--data", folder.FullName, "--clock", Script.Start, "--Access:OfficerKey", Child.Key,
            "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Rectify", "Information");
    }

    private async Task TryAsync(Step step)
    {
        try
        {
            await step.DoAsync(child!.Http);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException && child!.IsKilled)
        {
            // No answer: it may or may not have been done.
        }
    }

    private async Task StopAsync()
    {
        child!.Interrupt();
        var code = await child.ExitAsync();
        Assert.True(code == 0, Saying($"exit code {code}"));
    }

    // What was acknowledged is there, and the ledger is whole, after every restart.
    private async Task CheckAsync()
    {
        var streams = Books.Streams().ToDictionary(stream => stream.Key.Value, stream => stream.ToList());
        foreach (var (caseId, version) in script.Acknowledged)
            Assert.True(streams.GetValueOrDefault(caseId)?.Count >= version, Saying($"the case {caseId} had the version {version}"));
        foreach (var stream in streams.Values)
            Assert.True(EventChain.FirstBreak(stream) is null,
                Saying($"the case {stream[0].CaseId} breaks at {EventChain.FirstBreak(stream)}"));
        Assert.True(Books.Count("units") >= script.AcknowledgedUnits, Saying("a unit is missing"));
        using var clock = JsonDocument.Parse(await child!.Http.GetStringAsync("/dev/clock"));
        Assert.True(clock.RootElement.GetProperty("now").GetDateTimeOffset() >= script.AcknowledgedInstant,
            Saying("the clock has gone back"));
    }

    private async Task<Measured> MeasureAsync(Func<Task> act)
    {
        var (from, changes) = (Stopwatch.GetTimestamp(), 0);
        using var watch = new Changes(folder.FullName, () => Interlocked.Increment(ref changes));
        await act();
        return new Measured(Stopwatch.GetElapsedTime(from), changes);
    }
}
