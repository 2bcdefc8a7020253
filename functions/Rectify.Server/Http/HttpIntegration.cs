using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Server.Invocation;

namespace Rectify.Server.Http;

/// <summary>Gives an HTTP invocation its request, and writes its result to the response.</summary>
/// <remarks>
/// The first middleware around every function, as <c>ConfigureFunctionsWebApplication</c> adds it in the worker: the app's own middleware
/// sees the request, and the result is written after all of it has run.
/// </remarks>
internal static class HttpIntegration
{
    /// <summary>The key under which <c>GetHttpContext()</c> of the worker's extension finds the HTTP context.</summary>
    private const string ItemKey = "HttpRequestContext";

    public static void AddTo(IFunctionsWorkerApplicationBuilder builder)
    {
        builder.Services.AddControllers();
        builder.Use(next => async context =>
        {
            if (context is not InvocationContext { StartedBy: HttpRequest request } invocation)
            {
                await next(context);
                return;
            }

            context.Items[ItemKey] = request.HttpContext;
            await next(context);
            await WriteAsync(invocation.Result, request.HttpContext);
        });
    }

    /// <summary>Executes a result that can write itself. Any other result leaves the response as it is: 200 and empty by default.</summary>
    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult plain => plain.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };
}
