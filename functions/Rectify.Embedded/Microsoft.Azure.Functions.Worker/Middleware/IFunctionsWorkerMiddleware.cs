namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of the pipeline around every function, whatever starts it.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs the step. Without a call of <paramref name="next"/> the function does not run.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="next">The rest of the pipeline.</param>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
