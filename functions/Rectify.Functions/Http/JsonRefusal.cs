using System.Text.Json;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Http;

/// <summary>Makes the message why a JSON value cannot be read, without the member's name, which the caller adds.</summary>
internal static class JsonRefusal
{
    // The messages of the JSON reader end with the path, which is left out because the member is named already.
    public static Message Of(JsonException malformed)
    {
        if (malformed is UnreadableValueException { Refusal: var refusal }) return refusal;

        var end = malformed.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var sentence = end < 0 ? malformed.Message : malformed.Message[..end];
        if (!sentence.Contains("could not be converted to System.", StringComparison.Ordinal))
            return BodyMessages.NotReadable.With(sentence);

        var type = sentence[(sentence.LastIndexOf('.', sentence.Length - 2) + 1)..].TrimEnd('.');
        return (type switch
        {
            "Int32" or "Int64" => BodyMessages.NotANumber,
            "Boolean" => BodyMessages.NotABoolean,
            _ => BodyMessages.NotOfType,
        }).With(type);
    }
}
