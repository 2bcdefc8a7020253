using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Server.Functions;

namespace Rectify.Server.Invocation;

/// <summary>Runs functions through the app's middleware.</summary>
/// <param name="steps">The app's middleware, the outermost first.</param>
/// <param name="clock">The clock whose time the invocation ids contain.</param>
internal sealed class InvocationPipeline(
    IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps, TimeProvider clock)
{
    private readonly FunctionExecutionDelegate run =
        steps.Reverse().Aggregate((FunctionExecutionDelegate)FunctionCall.ExecuteAsync, (next, step) => step(next));

    /// <summary>Runs a function and returns its result; null if middleware did not call it.</summary>
    /// <remarks>Stays on the caller's synchronization context, which an orchestrator needs.</remarks>
    public async Task<object?> RunAsync(
        FunctionDescriptor function, object? startedBy, IServiceProvider services, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var invocation = new InvocationContext(function, id, startedBy, services, cancellation);
        await run(invocation);
        return invocation.Result;
    }
}
