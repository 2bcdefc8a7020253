using Microsoft.AspNetCore.Http;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Where the gate leaves the caller that it let through, for the function that is called.</summary>
internal static class CallerOfRequest
{
    private const string ItemKey = "rectify.caller";

    extension(Caller caller)
    {
        /// <summary>The caller that the gate let through.</summary>
        public static Caller Of(HttpContext context) =>
            Caller.TryOf(context) ?? throw new InvalidOperationException("The request did not pass the access gate.");

        /// <summary>The caller, or null on a page that anybody may see.</summary>
        public static Caller? TryOf(HttpContext context) => context.Items[ItemKey] as Caller;

        /// <summary>Leaves the caller for the function.</summary>
        public void EnterInto(HttpContext context) => context.Items[ItemKey] = caller;
    }
}
