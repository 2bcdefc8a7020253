using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Rectify.Functions.Tests.Board;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>The board as somebody finds it who follows every link and opens every form.</summary>
internal sealed class SweptPages
{
    private const int PagesOfOneRoute = 24;

    private readonly IReadOnlyList<(string Route, TemplateMatcher Matcher)> routes;
    private readonly Dictionary<string, List<string>> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> places = new(StringComparer.Ordinal);
    private readonly List<SweptForm> forms = [];
    private readonly List<SweptForm> filters = [];

    private SweptPages(IEnumerable<string> routes) => this.routes =
    [
        .. from route in routes
           let template = TemplateParser.Parse(route)
           orderby template.Parameters.Count
           select (route, new TemplateMatcher(template, [])),
    ];

    /// <summary>Before anything was opened.</summary>
    public static SweptPages None { get; } = new([]);

    /// <summary>The addresses that were found for a route, without their queries.</summary>
    public IReadOnlyList<string> PagesOf(string route) => pages.GetValueOrDefault(route, []);

    /// <summary>The names that stand in the queries of links and search forms that lead to a route.</summary>
    public IReadOnlyCollection<string> QueriesOf(string route) => queries.GetValueOrDefault(route, []);

    /// <summary>Every form that changes something, each with the fields that no other one of its route had before.</summary>
    public IReadOnlyCollection<SweptForm> Forms => forms;

    /// <summary>Every form that only asks, one for each page.</summary>
    public IEnumerable<SweptForm> Filters => filters.DistinctBy(filter => filter.Address);

    /// <summary>Opens everything that can be reached from the first page.</summary>
    /// <param name="http">Speaks as an officer.</param>
    /// <param name="routes">Every route of the pages.</param>
    /// <param name="first">Where to begin.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<SweptPages> OpenAsync(
        HttpClient http, IEnumerable<string> routes, IEnumerable<string> first, CancellationToken cancellation)
    {
        var found = new SweptPages(routes);
        var (open, seen) = (new Queue<string>(first), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address) || found.RouteOf(address) is not { } route || !found.Note(route, address)) continue;

            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), cancellation);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var page = PageForm.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            foreach (var next in found.Read(page, address)) open.Enqueue(next);
        }

        return found;
    }

    private string? RouteOf(string address) =>
        routes.FirstOrDefault(route => route.Matcher.TryMatch(address.Split('?')[0], new RouteValueDictionary())).Route;

    // True when the page is worth opening: the first ones of its route, and those with another query.
    private bool Note(string route, string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        if (!queries.TryGetValue(route, out var names)) queries[route] = names = ["lang"];
        var isNew = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Count(names.Add) > 0;
        if (!pages.TryGetValue(route, out var known)) pages[route] = known = [];
        if (known.Contains(path)) return isNew;

        known.Add(path);
        return isNew || known.Count <= PagesOfOneRoute;
    }

    private IEnumerable<string> Read(IHtmlDocument page, string address)
    {
        foreach (var link in page.QuerySelectorAll("a[href^='/board']")) yield return link.GetAttribute("href")!;
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form"))
        {
            var target = form.GetAttribute("action") ?? address;
            if (form.Method == "post") Note(form, target);
            else
            {
                var filter = SweptForm.Of(form, target);
                filters.Add(filter);
                var pairs = filter.Filled().Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
                yield return $"{target}?{string.Join('&', pairs)}";
            }
        }
    }

    private void Note(IHtmlFormElement form, string target)
    {
        var (swept, route) = (SweptForm.Of(form, target), RouteOf(target) ?? target);
        if (!places.TryGetValue(route, out var known)) places[route] = known = new(StringComparer.Ordinal);
        var own = swept.Names.Where(name => known.Add(SweptForm.KindOf(name))).ToList();
        if (own.Count > 0) forms.Add(swept with { Route = route, Places = own });
    }
}
