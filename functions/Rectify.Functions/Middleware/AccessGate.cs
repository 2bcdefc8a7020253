using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Functions.Access;
using Rectify.Functions.Board;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Functions.Middleware;

/// <summary>Checks the access to every HTTP function: 401 without a known key or a sign-in, 403 without an allowed role.</summary>
/// <remarks>On the board's pages a session is accepted too, and a refusal is a page or a redirect to the sign-in.</remarks>
internal sealed class AccessGate(CallerLookup callerLookup, KeyAttempts attempts, RefusalPages refusalPages)
    : IFunctionsWorkerMiddleware
{
    private static readonly ConcurrentDictionary<string, MethodInfo?> Methods = new(StringComparer.Ordinal);

    /// <summary>Whether a function is called over HTTP. Orchestrators, activities and timers are not checked.</summary>
    public static bool Guards(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("An HTTP function runs without an HTTP context.");
        KeepPrivate(http.Response);
        var method = Methods.GetOrAdd(context.FunctionDefinition.EntryPoint, Find);
        if (method?.GetCustomAttribute<AllowsAnyoneAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var key = PresentedKey.Of(http.Request);
        var callers = await callerLookup.FindAsync(http.Request);
        if (callers is null && key is not null && attempts.Count(http) is { } tooMany)
        {
            await tooMany.WriteAsync(http);
            return;
        }

        // Also whom the platform has signed in without a role: a link to the work address may let that person in.
        if ((callers is null || (callers.Count == 0 && key is null)) && RefusalPages.IsPage(http.Request))
        {
            refusalPages.SendToSignIn(http);
            return;
        }

        if (callers is null)
        {
            await Problem.Of(ProblemKind.KeyNeeded, ProblemTitles.KeyNeeded, AccessMessages.KeyNeeded).WriteAsync(http);
            return;
        }

        if (key is null && SignIn.IsForged(http.Request) && RefusalPages.IsPage(http.Request))
        {
            await refusalPages.RefuseForgedAsync(http);
            return;
        }

        if (key is null && SignIn.IsForged(http.Request))
        {
            await Problem.Of(ProblemKind.Forbidden, ProblemTitles.AnotherSite, AccessMessages.AnotherSite).WriteAsync(http);
            return;
        }

        var allowed = method?.GetCustomAttribute<AllowsAttribute>()?.Roles ?? [];
        var caller = callers.FirstOrDefault(candidate => allowed.Contains(candidate.Role));
        if (caller is null && RefusalPages.IsPage(http.Request))
        {
            await refusalPages.RefuseAsync(http, callers);
            return;
        }

        if (caller is null)
        {
            var roles = string.Join(" and ", callers.Select(candidate => Domain.WireName.Of(candidate.Role)));
            var who = callers.Count == 0 ? AccessMessages.WithoutRole : AccessMessages.OfRole.With(roles);
            var refusal = AccessMessages.Forbidden.With(who, http.Request.Method, http.Request.Path.ToString());
            await Problem.Of(ProblemKind.Forbidden, ProblemTitles.Forbidden, refusal).WriteAsync(http);
            return;
        }

        caller.EnterInto(http);
        await next(context);
    }

    // Answers name persons, so that they must not be cached, unless a function sets other headers.
    private static void KeepPrivate(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static MethodInfo? Find(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return typeof(AccessGate).Assembly.GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..]);
    }
}
