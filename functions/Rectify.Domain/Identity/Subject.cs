using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Identity;

/// <summary>Who can be barred: a unit or an official, written <c>unit:{id}</c> or <c>official:{id}</c>.</summary>
[JsonConverter(typeof(SubjectConverter))]
public abstract record Subject : IToldAsItIs
{
    private Subject()
    {
    }

    /// <summary>A unit, which can lose its honour eligibility.</summary>
    public sealed record Unit(UnitId Id) : Subject
    {
        /// <inheritdoc/>
        public override string ToString() => $"unit:{Id}";
    }

    /// <summary>A person, who can lose award and promotion eligibility.</summary>
    public sealed record Official(OfficialId Id) : Subject
    {
        /// <inheritdoc/>
        public override string ToString() => $"official:{Id}";
    }

    /// <summary>Which kind it is.</summary>
    public SubjectKind Kind => this is Unit ? SubjectKind.Unit : SubjectKind.Official;

    /// <summary>The id alone, without the kind.</summary>
    public string IdText => this switch
    {
        Unit unit => unit.Id.Value,
        Official official => official.Id.Value,
        _ => throw new UnreachableException(ToString()),
    };

    /// <summary>Reads <c>unit:{id}</c> or <c>official:{id}</c>; null when the text is neither.</summary>
    public static Subject? Parse(string? text) => text?.Split(':', 2) switch
    {
        ["unit", { Length: > 0 } id] => new Unit(new UnitId(id)),
        ["official", { Length: > 0 } id] => new Official(new OfficialId(id)),
        _ => null,
    };
}

/// <summary>A kind of subject.</summary>
public enum SubjectKind
{
    /// <summary>Units, which lose honours.</summary>
    Unit,

    /// <summary>Persons, who lose awards and promotion.</summary>
    Official,
}

/// <summary>Writes a subject as its text.</summary>
public sealed class SubjectConverter : JsonConverter<Subject>
{
    /// <inheritdoc/>
    public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? Subject.Parse(reader.GetString()) : null)
        ?? throw new UnreadableValueException(ValueMessages.SubjectForm);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
