using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Rectify.Worker.Tests.Functions;

namespace Rectify.Worker.Tests.Http;

/// <summary>Finds the function that answers a request, as the host does: the most precise route whose methods fit.</summary>
/// <remarks>The app's routes have no constraints, and its host.json no prefix; the index test holds it to that.</remarks>
internal sealed class RouteTable(FunctionIndex functions)
{
    private readonly List<Entry> entries =
    [
        .. from function in functions.Of("httpTrigger")
           let template = TemplateParser.Parse(function.Text("route") ?? function.Name)
           orderby RoutePrecedence.ComputeInbound(template)
           select new Entry(function, new TemplateMatcher(template, []), function.Methods.ToHashSet(StringComparer.OrdinalIgnoreCase)),
    ];

    /// <summary>The function and the route's values; null when there is none, whether for the path or for the method.</summary>
    public (IndexedFunction Function, RouteValueDictionary Values)? Find(HttpMethod method, string path)
    {
        foreach (var entry in entries)
        {
            var values = new RouteValueDictionary();
            if (entry.Methods.Contains(method.Method) && entry.Matcher.TryMatch(path, values)) return (entry.Function, values);
        }

        return null;
    }

    private sealed record Entry(IndexedFunction Function, TemplateMatcher Matcher, HashSet<string> Methods);
}
