using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Protocol;
using Rectify.Worker.Tests.StartupHook;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>Starts a worker and makes it load every function, as the Functions host does.</summary>
internal sealed class WorkerLauncher(WorkerConnections connections, string folder, string clock)
{
    // The worker picks its HTTP port by binding and freeing it, and another process may take the port in between.
    private const int Attempts = 3;

    private const string HostVersion = "4.1037.0";
    private const int MaxMessageLength = 128 * 1024 * 1024;

    private int started;

    public async Task<LoadedWorker> StartAsync(Uri host, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = $"worker-{++started}";
            var process = Start(host, id, settings);
            try
            {
                var (stream, connected) = connections.Expect(id, process.Write);
                return await LoadAsync(process, stream, connected, cancellation).WaitAsync(Workers.Limit, cancellation);
            }
            catch (Exception failed)
            {
                var exited = process.HasExited;
                process.Dispose();
                if (exited && attempt < Attempts) continue;
                throw new InvalidOperationException($"The worker did not start. It says:{Environment.NewLine}{process.Output}", failed);
            }
        }
    }

    private ChildProcess Start(Uri host, string id, IReadOnlyDictionary<string, string> settings) => ChildProcess.Start(
        Path.Combine(folder, "Rectify.Functions.dll"),
        folder,
        [
            "--functions-uri", host.ToString(),
            "--functions-worker-id", id,
            "--functions-request-id", id,
            "--functions-grpc-max-message-length", $"{MaxMessageLength}",
        ],
        new Dictionary<string, string>(settings)
        {
            ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(ClockStartup).Assembly.GetName().Name!,
            [SharedClock.FileVariable] = clock,
        });

    private async Task<LoadedWorker> LoadAsync(ChildProcess process, WorkerStream stream, Task connected, CancellationToken cancellation)
    {
        await UnlessItEnds(process, connected);

        var start = new WorkerInitRequest { HostVersion = HostVersion, FunctionAppDirectory = folder };
        var init = (await UnlessItEnds(process, stream.AskAsync(new StreamingMessage { WorkerInitRequest = start }))).WorkerInitResponse;
        init.Result.EnsureSuccess("The start");

        var index = new FunctionsMetadataRequest { FunctionAppDirectory = folder };
        var metadata = (await UnlessItEnds(process, stream.AskAsync(new StreamingMessage { FunctionsMetadataRequest = index })))
            .FunctionMetadataResponse;
        metadata.Result.EnsureSuccess("Indexing");

        var loading = metadata.FunctionMetadataResults.Select(function => LoadAsync(stream, function));
        await UnlessItEnds(process, Task.WhenAll(loading));

        var http = new Uri(init.Capabilities["HttpUri"]);

        // The worker's web server starts beside its stream, before or after.
        await Listening.WaitAsync(process, http, cancellation);
        return new LoadedWorker(process, stream, FunctionIndex.Read(metadata), http);
    }

    private static async Task LoadAsync(WorkerStream stream, RpcFunctionMetadata function)
    {
        var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        var answer = await stream.AskAsync(new StreamingMessage { FunctionLoadRequest = load });
        answer.FunctionLoadResponse.Result.EnsureSuccess($"Loading {function.Name}");
    }

    private static async Task<T> UnlessItEnds<T>(ChildProcess process, Task<T> answer)
    {
        await UnlessItEnds(process, (Task)answer);
        return await answer;
    }

    private static async Task UnlessItEnds(ChildProcess process, Task answer)
    {
        if (await Task.WhenAny(answer, process.Exited) != answer) throw new WorkerLostException("The worker has ended.");
        await answer;
    }
}
