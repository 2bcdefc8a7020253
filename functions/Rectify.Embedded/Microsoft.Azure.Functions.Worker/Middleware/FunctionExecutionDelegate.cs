namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of the pipeline around a function, or the function itself.</summary>
/// <param name="context">The invocation.</param>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
