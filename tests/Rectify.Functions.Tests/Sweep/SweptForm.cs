using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>A form of the board as it was given out, and how it is filled in so that nothing is wrong with it.</summary>
internal sealed partial record SweptForm(string Address, string Encoding, IReadOnlyList<(string Name, string Kind, string Value)> Controls)
{
    public string Route { get; init; } = "";

    /// <summary>The names of its fields, its ticket and its buttons among them.</summary>
    public IReadOnlyList<string> Names => [.. Controls.Select(control => control.Name).Distinct()];

    public static SweptForm Of(IHtmlFormElement form, string address) => new(
        address,
        form.Enctype ?? "",
        [.. form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 }).SelectMany(ControlsOf)]);

    /// <summary>A form that holds nothing but its ticket.</summary>
    public static SweptForm OfTicket(string address) => new(address, "", [("_ticket", "hidden", "")]) { Places = ["_ticket"] };

    /// <summary>What is sent when somebody fills it in.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filled() =>
    [
        .. from control in Controls
           where control.Kind is not ("file" or "button")
           select KeyValuePair.Create(control.Name, control.Value.Length > 0 ? control.Value : SampleOf(control.Name, control.Kind)),
    ];

    /// <summary>The fields that are to be broken.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What the rows of a table, or those of several persons, have in common in the name of a field.</summary>
    public static string KindOf(string name) => Row.Replace(name, "[]");

    /// <summary>The body of the form, with one field as nobody means it.</summary>
    public HttpContent With(string name, string typed, string step)
    {
        var pairs = Filled().Where(pair => pair.Key != name && pair.Key != "_step").Append(KeyValuePair.Create(name, typed));
        var buttons = Controls.Where(control => control.Kind == "button").Select(control => control.Value).ToList();
        var pressed = buttons is [] || buttons.Contains("preview") ? step : buttons[0];
        if (name != "_step") pairs = pairs.Append(KeyValuePair.Create("_step", pressed));
        if (!Encoding.Contains("multipart", StringComparison.Ordinal)) return new FormUrlEncodedContent(pairs);

        var parts = new MultipartFormDataContent();
        foreach (var (key, value) in pairs) parts.Add(new StringContent(value), key);
        return parts;
    }

    /// <summary>Whether a page has this form again, to be corrected.</summary>
    public bool IsShownAgain(IHtmlDocument page) => page.QuerySelector($"form.sheet[action='{Address}']") is not null;

    /// <summary>Whether what was typed into a field stands in it again when the form is shown once more.</summary>
    // The reader of forms with a file drops a byte order mark at the beginning of a value.
    public static bool Keeps(IHtmlDocument page, string name, string typed) =>
        page.QuerySelectorAll($"[name='{name}']").Any(element => Plain(element switch
        {
            IHtmlTextAreaElement text => text.Value,
            _ => element.GetAttribute("value") ?? "",
        }).TrimStart('\ufeff') == Plain(typed).TrimStart('\ufeff'));

    /// <summary>The fields that are to be broken and take a day.</summary>
    public IEnumerable<string> Days => Controls.Where(control => control.Kind == "date").Select(control => control.Name)
        .Where(name => Places.Count == 0 || Places.Contains(name)).Distinct();

    /// <summary>Whether a field takes any text.</summary>
    public bool IsText(string name) => Controls.Any(control => control.Name == name && control.Kind is "text" or "date" or "textarea");

    private static IEnumerable<(string Name, string Kind, string Value)> ControlsOf(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
            IHtmlInputElement input => [(name, input.Type ?? "text", input.GetAttribute("value") ?? "")],
            IHtmlTextAreaElement text => [(name, "textarea", text.Value.Trim())],
            IHtmlSelectElement list => [(name, "select", Chosen(list)?.Value ?? "")],
            _ => [(name, "button", element.GetAttribute("value") ?? "")],
        };
    }

    // The option that is chosen, or the first; none that is empty.
    private static IHtmlOptionElement? Chosen(IHtmlSelectElement list) =>
        list.Options.Where(option => option.Value != "").OrderByDescending(option => option.IsSelected).FirstOrDefault();

    // One of several forms of a period is filled in, and not the others.
    private static string SampleOf(string name, string kind) => (kind, name.Split('.')[^1]) switch
    {
        ("hidden", _) => "",
        (_, "months") => "3",
        (_, "days" or "workingDays" or "dueOn" or "to") => "",
        ("date", _) => "2026-03-30",
        (_, var last) => ContractSamples.ValueOf(last),
    };

    // A browser sends and shows line ends and the character NUL in forms of its own.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Replace('\0', '\uFFFD').Trim();

    [GeneratedRegex(@"\[[^\]]*\]|(?<=\.)(o-1|yj-[a-z]+-[a-zA-Z]+)(?=\.|$)")]
    private static partial Regex Row { get; }
}
