namespace Rectify.Board.Forms;

/// <summary>What was typed into a form, as it came: a name may stand several times.</summary>
public sealed class FormInput
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    /// <summary>The pairs of a form that was sent. The form's own ones, which begin with a line, are left out.</summary>
    public FormInput(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, text) in pairs.Where(pair => !pair.Key.StartsWith('_')))
            values[name] = [.. All(name), text.ReplaceLineEndings("\n")];
    }

    /// <summary>A form that is not filled in yet, save for these.</summary>
    public static FormInput With(params IEnumerable<(string Name, string Text)> prefilled) =>
        new(prefilled.Select(pair => KeyValuePair.Create(pair.Name, pair.Text)));

    /// <summary>Every pair, for the hidden fields of a preview.</summary>
    public IEnumerable<(string Name, string Text)> Pairs => values.SelectMany(pair => pair.Value.Select(text => (pair.Key, text)));

    /// <summary>What stands under a name first; empty when nothing does.</summary>
    public string Text(string name) => All(name) is [var first, ..] ? first : "";

    /// <summary>Everything that stands under a name.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name, []);
}
