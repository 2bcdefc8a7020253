using System.Text.Json.Nodes;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

/// <summary>A field of a form: its label, its hint, and which members of the request it fills.</summary>
/// <remarks>
/// An empty field is left out of the request, so that the rules of the interface report what is missing and what is wrong.
/// </remarks>
public abstract partial record Field
{
    private Field(string name, Bilingual label) => (Name, Label) = (name, label);

    /// <summary>The member of the request, and the name in the form.</summary>
    public string Name { get; }

    /// <summary>The field's name for the reader.</summary>
    public Bilingual Label { get; }

    /// <summary>How the field is filled in; null when the label is enough.</summary>
    public Bilingual? Hint { get; init; }

    /// <summary>Whether the field may be left empty.</summary>
    public Need Need { get; init; } = Need.Required;

    /// <summary>The present value; a field with the same value is left out of the request. Null when there is none.</summary>
    public string? Original { get; init; }

    /// <summary>The members of the request that the field fills.</summary>
    public virtual IReadOnlyList<string> Members => [Name];

    /// <summary>Adds what was typed to the request: a text, unless the field is of another kind.</summary>
    public virtual void Write(FormInput input, JsonObject request)
    {
        var text = input.Text(Name).Trim();
        if (text.Length > 0 && text != Original?.ReplaceLineEndings("\n").Trim()) Put(request, Name, text);
        else if (Need == Need.Required) ParentOf(request, Name);
    }

    /// <summary>Whether an error about a member of the request is shown at this field.</summary>
    public bool IsAbout(string member) => Members.Any(own =>
        member == own || member.StartsWith(own + ".", StringComparison.Ordinal) || member.StartsWith(own + "[", StringComparison.Ordinal));

    /// <summary>Names the part of the field that an error is about, as a prefix of the error; null when the field has no parts.</summary>
    public virtual Bilingual? PlaceOf(string member) => null;

    /// <summary>The id of the field's first control in the page.</summary>
    public string Id => IdOf(Name);

    /// <summary>The id of the control with this form name.</summary>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    // Puts a value into the request. A dot in the name leads into an inner object. The inner object of a required member is created even
    // when it stays empty, so that the rules name the missing member in it.
    private static void Put(JsonObject request, string member, string text) =>
        ParentOf(request, member)[member[(member.LastIndexOf('.') + 1)..]] = text;

    private static JsonObject ParentOf(JsonObject request, string member)
    {
        var parts = member.Split('.');
        foreach (var part in parts[..^1])
        {
            if (request[part] is not JsonObject inner) request[part] = inner = [];
            request = inner;
        }

        return request;
    }

    /// <summary>One line of text.</summary>
    public sealed record Line(string Name, Bilingual Label) : Field(Name, Label);

    /// <summary>A value that was chosen before the form was opened and is sent as a hidden field.</summary>
    public sealed record Settled(string Name, Bilingual Label) : Field(Name, Label);

    /// <summary>A text of several lines.</summary>
    public sealed record Prose(string Name, Bilingual Label) : Field(Name, Label);

    /// <summary>A list of texts, one on each line.</summary>
    public sealed record Lines(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => request[Name] = new JsonArray(
            [.. input.Text(Name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
                line => JsonValue.Create(line))]);
    }

    /// <summary>A day.</summary>
    public sealed record Day(string Name, Bilingual Label) : Field(Name, Label);
}

/// <summary>Whether a field may be left empty.</summary>
public enum Need
{
    /// <summary>The field has to be filled in.</summary>
    Required,

    /// <summary>The field may be left empty.</summary>
    Optional,
}
