using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Durable.Sqlite;
using Rectify.Server.Functions;

namespace Rectify.Server.Invocation;

/// <summary>The innermost step of the pipeline: calls the function's method.</summary>
internal static class FunctionCall
{
    public static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var function = invocation.Function;

        // Each invocation gets a new object of the class, with dependencies from the invocation's scope.
        var target = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.DeclaringType!);

        var arguments = function.Sources.Select(source => Argument(source, invocation)).ToArray();
        var returned = function.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        invocation.Result = await function.Returns.WaitAsync(returned);
    }

    private static object? Argument(ParameterSource source, InvocationContext invocation) => source switch
    {
        ParameterSource.Started => invocation.StartedBy,
        ParameterSource.Context => invocation,
        ParameterSource.Cancellation => invocation.CancellationToken,
        ParameterSource.DurableClient => invocation.InstanceServices.GetRequiredService<DurableEngine>().Client,
        ParameterSource.RouteValue route => RouteParameters.Convert(
            route.Name, ((HttpRequest)invocation.StartedBy!).RouteValues.GetValueOrDefault(route.Name), route.Type, route.Default),
        _ => throw new UnreachableException(),
    };
}
