using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>A request's body, read strictly.</summary>
/// <param name="Value">The body.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
internal sealed record JsonBody<T>(T Value, string Hash);

/// <summary>Reads bodies: JSON of at most 1 MB, no unknown member, every mandatory one, every value in its form.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 1024 * 1024;

    public static async Task<Outcome<JsonBody<T>>> ReadAsync<T>(HttpRequest request) where T : notnull
    {
        if (!request.HasJsonContentType())
            return Problem.Of(415, "not-json", "The body is not JSON", $"Content-Type is application/json; got {request.ContentType ?? "none"}.");
        return await BodyBytes.ReadAsync(request, MaxBytes) is { } bytes ? Read<T>(bytes) : BodyBytes.TooLarge(MaxBytes);
    }

    /// <summary>Reads a body that is at hand.</summary>
    public static Outcome<JsonBody<T>> Read<T>(byte[] bytes) where T : notnull
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var errors = JsonShape.Check(document.RootElement, typeof(T), Wire.Options);
            if (errors.Count > 0)
                return Problem.Of(400, "malformed", "The request cannot be read", string.Join(" ", errors.Values.Select(e => e[0]))) with { Errors = errors };

            var value = document.RootElement.Deserialize<T>(Wire.Options)!;
            return new JsonBody<T>(value, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (JsonException malformed)
        {
            var member = malformed.Path is { Length: > 2 } path ? path[2..] : "body";
            return Problem.Malformed(member, $"{member}: {Sentence(malformed)}");
        }
    }

    // The reader's own messages end with the place; the member is named before, so it is left out.
    private static string Sentence(JsonException malformed)
    {
        var end = malformed.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var sentence = end < 0 ? malformed.Message : malformed.Message[..end];
        return sentence.Contains("could not be converted to System.", StringComparison.Ordinal)
            ? $"the value is not {sentence[(sentence.LastIndexOf('.', sentence.Length - 2) + 1)..].TrimEnd('.')}."
            : sentence;
    }
}
