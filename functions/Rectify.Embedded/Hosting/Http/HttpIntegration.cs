using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rectify.Embedded.Hosting.Invocation;

namespace Rectify.Embedded.Hosting.Http;

/// <summary>Gives an HTTP invocation its request, and writes its result to the response.</summary>
/// <remarks>
/// It is a step of the pipeline, as on the platform: what stands before it does not see the request, and the result is
/// written after everything that stands behind it has ended.
/// </remarks>
internal sealed class HttpIntegration
{
    public const string ItemKey = "HttpRequestContext";

    public static void AddTo(FunctionsApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(HttpIntegration)))
        {
            return;
        }

        builder.Services.TryAddSingleton<HttpIntegration>();
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

    /// <summary>Writes a result that knows how. Anything else leaves the response as it is: 200 and empty if untouched.</summary>
    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult plain => plain.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };
}
