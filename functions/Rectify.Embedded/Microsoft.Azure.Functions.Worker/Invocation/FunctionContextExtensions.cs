using Microsoft.AspNetCore.Http;
using Rectify.Embedded.Hosting.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request and response of the invocation; null if something else than HTTP started it.</summary>
    /// <param name="context">The invocation.</param>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpIntegration.ItemKey, out var value) ? value as HttpContext : null;
}
