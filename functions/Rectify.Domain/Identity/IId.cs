using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Identity;

/// <summary>An opaque id: a name for a thing that carries no meaning of its own.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IId<TSelf> : IToldAsItIs where TSelf : struct, IId<TSelf>
{
    /// <summary>The text of the id, as it stands in the ledger and on the wire.</summary>
    string Value { get; }

    /// <summary>The id with this text.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>Writes an id as its plain text, so that a stored event shows <c>"unitId": "yj-oubei"</c>.</summary>
/// <typeparam name="TId">The id type.</typeparam>
public sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
{
    /// <inheritdoc/>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? TId.Of(reader.GetString()!) : throw new UnreadableValueException(ValueMessages.IdIsText);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
