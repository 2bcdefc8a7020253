using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Rectify.Server.Functions;
using Rectify.Server.Invocation;

namespace Rectify.Server.Http;

/// <summary>Serves the HTTP functions of the app.</summary>
internal sealed partial class HttpFunctions(
    InvocationPipeline pipeline, FunctionKeys keys, Shutdown shutdown, ILogger<HttpFunctions> log)
{
    /// <summary>Maps every HTTP function to its route.</summary>
    /// <exception cref="HostStartException">A route is malformed, or two functions answer the same requests.</exception>
    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<FunctionDescriptor> functions, string prefix)
    {
        var mapped = new List<(FunctionDescriptor Function, string Route, FunctionMethods Methods)>();
        foreach (var function in functions)
        {
            if (function.Trigger is not Trigger.Http http)
            {
                continue;
            }

            var route =
                string.Join('/',
                    new[] { prefix, http.Route ?? function.Name }.Select(part => part.Trim('/')).Where(part => part.Length > 0));
            var methods = new FunctionMethods(http.Methods);
            var rival =
                mapped.Find(
                    other => string.Equals(other.Route, route, StringComparison.OrdinalIgnoreCase) && other.Methods.Overlaps(methods));
            if (rival.Function is not null)
            {
                throw new HostStartException(
                    $"The functions '{rival.Function.Name}' and '{function.Name}' answer the same method on the route '{route}'.");
            }

            mapped.Add((function, route, methods));
            endpoints
                .Map(Parse(function, route), request => AnswerAsync(function, http, request))
                .WithDisplayName(function.Name)
                .WithMetadata(methods);
        }
    }

    private static RoutePattern Parse(FunctionDescriptor function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException e)
        {
            throw new HostStartException($"The route '{route}' of the function '{function.Name}' cannot be read: {e.Message}", cause: e);
        }
    }

    private async Task AnswerAsync(FunctionDescriptor function, Trigger.Http trigger, HttpContext http)
    {
        if (!keys.Open(trigger.Level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, shutdown.Token);
        try
        {
            await pipeline.RunAsync(function, http.Request, http.RequestServices, ending.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            LogCallerGone(function.Name);
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name);
            Fail(http);
        }
    }

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            // The connection is aborted, so that the client does not take a partial response for a complete one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    [LoggerMessage(LogLevel.Error, "The function {Function} failed.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Debug, "The caller of the function {Function} has gone.")]
    private partial void LogCallerGone(string function);
}
