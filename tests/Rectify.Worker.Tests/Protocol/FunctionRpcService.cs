using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Rectify.Worker.Tests.Protocol;

/// <summary>Takes the worker's call and hands it to whoever waits for that worker.</summary>
internal sealed class FunctionRpcService(WorkerConnections workers, IHostApplicationLifetime lifetime) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        if (!await requestStream.MoveNext(stop.Token)) return;

        var stream = workers.Admit(requestStream.Current.StartStream.WorkerId);
        await stream.RunAsync(requestStream, responseStream, stop.Token);
    }
}
