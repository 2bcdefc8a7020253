using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Functions.Http;

/// <summary>
/// The routes of the app's functions with their HTTP methods, read from their attributes. Without the route that fits every address.
/// </summary>
internal static class RouteTable
{
    private static readonly IReadOnlyList<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)> Routes =
    [
        .. from type in typeof(RouteTable).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger?.Route is { } route && !route.StartsWith("{*", StringComparison.Ordinal)
           select (
               new TemplateMatcher(TemplateParser.Parse(trigger.Route!), []),
               (IReadOnlyList<string>)[.. (trigger.Methods ?? []).Select(verb => verb.ToUpperInvariant())]),
    ];

    /// <summary>The methods of an address, sorted by name; empty when no route matches.</summary>
    public static IReadOnlyList<string> MethodsOf(PathString path) =>
    [
        .. Routes.Where(route => route.Matcher.TryMatch(path, [])).SelectMany(route => route.Methods)
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
