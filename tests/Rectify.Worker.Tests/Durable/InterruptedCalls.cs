using Grpc.Core;
using Grpc.Core.Interceptors;
using Rectify.Worker.Tests.Hosting;

namespace Rectify.Worker.Tests.Durable;

/// <summary>Lets a test kill the worker while it calls the task hub: the call then never reached it.</summary>
internal sealed class InterruptedCalls(Workers workers) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (await workers.Interrupts(context.Method[(context.Method.LastIndexOf('/') + 1)..], CallMoment.Asked))
            throw new RpcException(new Status(StatusCode.Unavailable, "The worker is gone."));
        return await continuation(request, context);
    }
}
