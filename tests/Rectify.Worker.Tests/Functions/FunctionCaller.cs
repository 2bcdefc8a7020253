using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Functions;

/// <summary>Makes invocations: the trigger's data, and a durable client where the function takes one.</summary>
/// <param name="durableClient">What the host's durable extension puts into a client binding.</param>
internal sealed class FunctionCaller(Func<string> durableClient)
{
    private long made;

    /// <summary>An invocation with its own number.</summary>
    public InvocationRequest Make(IndexedFunction function, TypedData trigger)
    {
        var request = new InvocationRequest
        {
            InvocationId = $"{Interlocked.Increment(ref made):x32}",
            FunctionId = function.Id,
            TraceContext = new RpcTraceContext(),
            InputData = { new ParameterBinding { Name = function.TriggerName, Data = trigger } },
        };
        foreach (var name in function.DurableClients)
            request.InputData.Add(new ParameterBinding { Name = name, Data = new TypedData { String = durableClient() } });
        return request;
    }
}
