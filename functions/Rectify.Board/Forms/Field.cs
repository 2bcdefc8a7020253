using System.Text.Json.Nodes;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

/// <summary>A field of a form: how it is called, how it is filled in, and which members of the request it becomes.</summary>
/// <remarks>
/// What is left empty is left out of the request, so that the rules of the interface say what is missing and what is wrong.
/// </remarks>
public abstract partial record Field
{
    private Field(string name, Bilingual label) => (Name, Label) = (name, label);

    /// <summary>The member of the request, and the name in the form.</summary>
    public string Name { get; }

    /// <summary>What it is called.</summary>
    public Bilingual Label { get; }

    /// <summary>How it is filled in; null when the label says enough.</summary>
    public Bilingual? Hint { get; init; }

    /// <summary>Whether it may be left empty.</summary>
    public Need Need { get; init; } = Need.Required;

    /// <summary>What stood there before; the request leaves it out when it is unchanged. Null when nothing did.</summary>
    public string? Original { get; init; }

    /// <summary>The members of the request that it fills.</summary>
    public virtual IReadOnlyList<string> Members => [Name];

    /// <summary>Adds what was typed to the request.</summary>
    public abstract void Write(FormInput input, JsonObject request);

    /// <summary>Whether an error about a member of the request belongs beside this field.</summary>
    public bool IsAbout(string member) => Members.Any(own =>
        member == own || member.StartsWith(own + ".", StringComparison.Ordinal) || member.StartsWith(own + "[", StringComparison.Ordinal));

    /// <summary>Which part of the field an error about a member is about, said before the error; null when the field says enough.</summary>
    public virtual Bilingual? PlaceOf(string member) => null;

    /// <summary>The id of its first control in the page.</summary>
    public string Id => IdOf(Name);

    /// <summary>The id in the page for a name in the form.</summary>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private void WriteText(FormInput input, JsonObject request)
    {
        var text = input.Text(Name).Trim();
        if (text.Length > 0 && text != Original?.ReplaceLineEndings("\n").Trim()) Put(request, Name, text);
        else if (Need == Need.Required) ParentOf(request, Name);
    }

    // A member of a member is named with a dot. What is missing in it is named by the rules, so that it is there even when empty.
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
    public sealed record Line(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => WriteText(input, request);
    }

    /// <summary>What was settled before the form was opened and goes along unseen.</summary>
    public sealed record Settled(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => WriteText(input, request);
    }

    /// <summary>A text of several lines.</summary>
    public sealed record Prose(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => WriteText(input, request);
    }

    /// <summary>A list of texts, one a line.</summary>
    public sealed record Lines(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => request[Name] = new JsonArray(
            [.. input.Text(Name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
                line => JsonValue.Create(line))]);
    }

    /// <summary>A day.</summary>
    public sealed record Day(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) => WriteText(input, request);
    }
}

/// <summary>Whether a field may be left empty.</summary>
public enum Need
{
    /// <summary>It has to be filled in.</summary>
    Required,

    /// <summary>It may be left empty.</summary>
    Optional,
}
