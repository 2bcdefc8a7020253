using Microsoft.AspNetCore.Http;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Passes the caller from the access gate to the function, in the items of the HTTP context.</summary>
internal static class CallerOfRequest
{
    private const string ItemKey = "rectify.caller";

    extension(Caller caller)
    {
        /// <summary>The caller whom the gate has let through.</summary>
        public static Caller Of(HttpContext context) =>
            Caller.TryOf(context) ?? throw new InvalidOperationException("The request did not pass the access gate.");

        /// <inheritdoc cref="Of(HttpContext)"/>
        public static Caller Of(HttpRequest request) => Caller.Of(request.HttpContext);

        /// <summary>The caller, or null on a page that anybody may see.</summary>
        public static Caller? TryOf(HttpContext context) => context.Items[ItemKey] as Caller;

        /// <summary>Stores the caller for the function.</summary>
        public void EnterInto(HttpContext context) => context.Items[ItemKey] = caller;
    }
}
