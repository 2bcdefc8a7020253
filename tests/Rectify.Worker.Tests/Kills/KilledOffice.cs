using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Journeys;

namespace Rectify.Worker.Tests.Kills;

/// <summary>A running app whose worker is killed at given points and started anew each time.</summary>
/// <remarks>Its callers repeat what got no answer.</remarks>
internal sealed class KilledOffice : IOffice
{
    private readonly WorkerHost host;
    private readonly Lock counting = new();
    private readonly Dictionary<(string Name, CallMoment Moment), int> calls = [];
    private readonly List<KillPoint> ahead;
    private readonly SemaphoreSlim killing = new(1, 1);

    public KilledOffice(WorkerHost host, params KillPoint[] points)
    {
        (this.host, ahead) = (host, [.. points]);
        Http = new HttpClient(new RepeatingHandler(host.CreateHandler())) { BaseAddress = host.Http.BaseAddress };
        Http.DefaultRequestHeaders.Add("x-functions-key", WorkerHost.OfficerKey);
        host.Workers.Interrupts = InterruptsAsync;
    }

    public HttpClient Http { get; }

    public string Folder => host.Folder;

    /// <summary>Points that the run has not come to.</summary>
    public IReadOnlyList<KillPoint> Ahead => ahead;

    public Task AdvanceAsync(DateTimeOffset to) => host.AdvanceAsync(to);

    public Task SettleAsync() => host.SettleAsync();

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        killing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> InterruptsAsync(string name, CallMoment moment)
    {
        if (!Strikes(name, moment)) return false;
        await killing.WaitAsync();
        try
        {
            await host.KillAsync();
            await host.LaunchAsync();
            return true;
        }
        finally
        {
            killing.Release();
        }
    }

    private bool Strikes(string name, CallMoment moment)
    {
        lock (counting)
        {
            var call = calls[(name, moment)] = calls.GetValueOrDefault((name, moment)) + 1;
            return ahead.Remove(new KillPoint(name, call, moment));
        }
    }
}
