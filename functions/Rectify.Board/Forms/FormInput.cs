namespace Rectify.Board.Forms;

/// <summary>The values typed into a form, by name; a name may have several values.</summary>
public sealed class FormInput
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the pairs of a form that was sent. Names that begin with an underscore belong to the form itself and are left out.
    /// </summary>
    public FormInput(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, text) in pairs.Where(pair => !pair.Key.StartsWith('_')))
            values[name] = [.. All(name), text.ReplaceLineEndings("\n")];
    }

    /// <summary>The values of a new form, with some filled in already.</summary>
    public static FormInput With(params IEnumerable<(string Name, string Text)> prefilled) =>
        new(prefilled.Select(pair => KeyValuePair.Create(pair.Name, pair.Text)));

    /// <summary>Every pair, for the hidden fields of a preview.</summary>
    public IEnumerable<(string Name, string Text)> Pairs => values.SelectMany(pair => pair.Value.Select(text => (pair.Key, text)));

    /// <summary>The values whose names begin with a prefix, under their names without it.</summary>
    public FormInput Under(string prefix) => new(
        from pair in Pairs
        where pair.Name.StartsWith(prefix, StringComparison.Ordinal)
        select KeyValuePair.Create(pair.Name[prefix.Length..], pair.Text));

    /// <summary>The first value of a name; empty when there is none.</summary>
    public string Text(string name) => All(name) is [var first, ..] ? first : "";

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name, []);
}
