using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite;
using Rectify.Worker.Tests.Clock;
using Rectify.Worker.Tests.Durable;
using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Http;
using Rectify.Worker.Tests.Journeys;
using Rectify.Worker.Tests.Timers;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>A small Functions host: the published app in its real worker process, at an instant that a test moves.</summary>
internal sealed class WorkerHost : IOffice
{
    private readonly DirectoryInfo own = Directory.CreateTempSubdirectory("rectify-worker-");
    private readonly Dictionary<string, string> settings;
    private readonly TestClock clock;
    private readonly FunctionCaller caller;
    private readonly WorkerOrchestrations orchestrations;
    private readonly DurableEngine engine;
    private readonly GrpcServer grpc;
    private readonly WorkerLauncher launcher;
    private LoadedWorker? worker;

    private WorkerHost(string published, DateTimeOffset start, IEnumerable<(string Name, string Value)> settings)
    {
        Folder = own.CreateSubdirectory("data").FullName;
        this.settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        this.settings["Data__Directory"] = Folder;
        this.settings["Access__OfficerKey"] = OfficerKey;
        this.settings.TryAdd("Logging__LogLevel__Default", "Warning");

        clock = new TestClock(Path.Combine(own.FullName, "clock"), start);
        caller = new FunctionCaller(() => DurableClientBinding.For(grpc!.Address));
        Workers = new Workers(caller);
        Timers = new TimerTriggers(Workers, clock.Time);
        orchestrations = new WorkerOrchestrations(Workers);
        engine = WorkerEngine.Create(Path.Combine(own.FullName, "durable.db"), orchestrations, Workers, clock.Time);
        grpc = new GrpcServer(engine.Client, Workers);
        launcher = new WorkerLauncher(grpc.Connections, published, clock.File);

        WithoutKey = new HttpClient(CreateHandler()) { BaseAddress = new Uri("http://office.example") };
        Http = new HttpClient(CreateHandler()) { BaseAddress = WithoutKey.BaseAddress };
        Http.DefaultRequestHeaders.Add("x-functions-key", OfficerKey);
    }

    /// <summary>The key with which <see cref="Http"/> speaks.</summary>
    public static string OfficerKey => "the-officers-key-of-the-tests";

    public string Folder { get; }

    public HttpClient Http { get; }

    /// <summary>Speaks as nobody.</summary>
    public HttpClient WithoutKey { get; }

    public DateTimeOffset Now => clock.Now;

    public DurableTaskClient Durable => engine.Client;

    public Workers Workers { get; }

    public TimerTriggers Timers { get; }

    /// <summary>The turns of orchestrations so far, oldest first.</summary>
    public IReadOnlyCollection<OrchestrationTurn> Turns => orchestrations.Turns;

    /// <summary>Starts host and worker, and runs what runs at every start.</summary>
    public static async Task<WorkerHost> StartAsync(string published, DateTimeOffset start, params (string Name, string Value)[] settings)
    {
        var host = new WorkerHost(published, start, settings);
        try
        {
            await host.grpc.StartAsync(Cancellation);
            await host.engine.StartAsync(Cancellation);
            await host.LaunchAsync();
            await host.Timers.StartAsync(Cancellation);
            await host.SettleAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the worker as a kill does; whoever waits for it goes on with the next.</summary>
    public async Task KillAsync()
    {
        if (worker is not { } present) return;
        worker = null;
        Workers.Lose(present);
        await present.Process.KillAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(present.Process.Output);
        present.Process.Dispose();
    }

    /// <summary>Starts the next worker after a kill.</summary>
    public async Task LaunchAsync()
    {
        worker = await launcher.StartAsync(grpc.Address, settings, Cancellation);
        Workers.Set(worker);
    }

    public async Task AdvanceAsync(DateTimeOffset to)
    {
        await SettleAsync();
        while (Now < to)
        {
            clock.MoveTo(engine.NextDue is { } due && due > Now && due < to ? due : to);
            await Timers.RunDueAsync(Cancellation);
            await SettleAsync();
        }

        Assert.Empty(await engine.GetStalledInstancesAsync(Cancellation));
    }

    public Task SettleAsync() => engine.WhenIdleAsync(Cancellation).WaitAsync(Workers.Limit, Cancellation);

    /// <summary>Speaks to the app without a key.</summary>
    public HttpMessageHandler CreateHandler() => new WorkerHttpHandler(Workers, caller);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        WithoutKey.Dispose();

        // The worker before the server that it is connected to, which waits for open streams.
        await KillAsync();
        await engine.DisposeAsync();
        await grpc.DisposeAsync();
        clock.Dispose();
        own.Delete(recursive: true);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
