using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rectify.Functions.Tests.Board;

/// <summary>The form of a page as a browser sees it: what stands in it, and where it would be sent.</summary>
internal sealed record PageForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Pairs)
{
    public static PageForm Of(Browser.Answer answer)
    {
        var form =
            (IHtmlFormElement)(Parse(answer.Text).QuerySelector("main form[method=post]")
                ?? throw new InvalidOperationException($"There is no form in:\n{answer.Text}"));
        return new PageForm(
            form.GetAttribute("action")!,
            [.. form.Elements.Select(element => (Name: element.GetAttribute("name"), Value: ValueOf(element))).Where(
                pair => pair is { Name: { }, Value: { } }).Select(pair => KeyValuePair.Create(pair.Name!, pair.Value!))]);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What stands under a name.</summary>
    public string? Text(string name) => Pairs.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>The same form with this typed, or ticked, under a name.</summary>
    public PageForm With(string name, params IEnumerable<string> values) =>
        this with { Pairs = [.. Pairs.Where(pair => pair.Key != name), .. values.Select(value => KeyValuePair.Create(name, value))] };

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement list => list.Value,
        _ => null,
    };
}
