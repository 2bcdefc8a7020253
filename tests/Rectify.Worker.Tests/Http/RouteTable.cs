using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Rectify.Worker.Tests.Functions;

namespace Rectify.Worker.Tests.Http;

/// <summary>
/// Finds the function that answers a request, as the host does: the first whose route and methods fit, in the order of the functions'
/// names.
/// </summary>
/// <remarks>
/// Which route is more precise does not matter to the host (FunctionMetadataManager sorts, WebScriptHostHttpRoutesManager maps). The app's
/// routes have no constraints, and its host.json no prefix; the index test holds it to that.
/// </remarks>
internal sealed class RouteTable(FunctionIndex functions)
{
    private readonly List<Entry> entries =
    [
        .. from function in functions.Of("httpTrigger").OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
           let template = TemplateParser.Parse(function.Text("route") ?? function.Name)
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
