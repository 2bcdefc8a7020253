using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite.Clients;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Starts orchestrations, tells them what they wait for, and keeps a log of what it was promised.</summary>
internal sealed class Load(DurableTaskClient client, SideLog told, IReadOnlySet<string> before)
{
    private const int InFlight = 64;

    private static readonly StartOrchestrationOptions Once = new StartOrchestrationOptions()
        .WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>());

    /// <param name="folder">Where the engine's file and the logs are.</param>
    /// <param name="upTo">The number of orchestrations that shall exist, those of earlier lives included.</param>
    /// <param name="stopAt">The commit to stop in; 0 for none.</param>
    public static async Task<int> RunAsync(string folder, int upTo, int stopAt)
    {
        Report.EndWithTheParent();
        var promised = Path.Combine(folder, "promised.log");
        var before = SideLog.Read(promised).ToHashSet();
        using var done = new SideLog(Path.Combine(folder, "done.log"));
        using var told = new SideLog(promised);

        Report.Say("opening");
        using var parts = new EngineParts(
            new EngineOptions { DatabasePath = Path.Combine(folder, "durable.db"), MaxWarmInstances = 50 },
            new Catalog(done),
            JsonDataConverter.Default,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        CommitStop.Install(parts, stopAt);
        await parts.StartAsync(CancellationToken.None);
        Report.Say("open");

        await using var client = new EngineClient(() => parts, JsonDataConverter.Default, null);
        var load = new Load(client, told, before);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, upTo), new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (n, _) => await load.RunOneAsync(n));
        await parts.StopAsync();
        Report.Say("done");
        return 0;
    }

    private async Task RunOneAsync(int n)
    {
        var id = Expected.Id(n);
        if (before.Contains($"end {id}"))
        {
            return;
        }

        await PromiseAsync($"start {id}", () => client.ScheduleNewOrchestrationInstanceAsync(
            Expected.Of(n).Name, n, Once with { InstanceId = id }));
        if (Expected.WaitsForEvent(n))
        {
            await PromiseAsync($"event {id}", () => client.RaiseEventAsync(id, "told", n));
        }

        await client.WaitForInstanceCompletionAsync(id);
        told.Write($"end {id}");
        Report.Say("end");
    }

    // A promise whose log line was cut off by the kill is asked for again; that it was kept already is as good.
    private async Task PromiseAsync(string promise, Func<Task> ask)
    {
        if (before.Contains(promise))
        {
            return;
        }

        try
        {
            await ask();
        }
        catch (Exception e) when (e is OrchestrationAlreadyExistsException or RpcException { StatusCode: StatusCode.FailedPrecondition })
        {
        }

        told.Write(promise);
        Report.Say("promise");
    }
}
