using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>The body of a request.</summary>
/// <param name="Value">The body.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
internal sealed record JsonBody<T>(T Value, string Hash);

/// <summary>Reads JSON bodies strictly: at most 1 MB, no unknown members, all mandatory members, and every value in its form.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 1024 * 1024;

    public static async Task<Outcome<JsonBody<T>>> ReadAsync<T>(HttpRequest request) where T : notnull
    {
        if (!request.HasJsonContentType())
            return Problem.Of(ProblemKind.WrongFormat, ProblemTitles.NotJson, RequestMessages.NotJson.With(request.ContentType));
        return (await BodyBytes.ReadAsync(request, MaxBytes)).Try(out var bytes, out var problem) ? Read<T>(bytes) : problem;
    }

    /// <summary>Reads a body from bytes.</summary>
    public static Outcome<JsonBody<T>> Read<T>(byte[] bytes) where T : notnull
    {
        // Refuses other encodings, such as GBK, here, because the code below can only read UTF-8.
        if (!Utf8.IsValid(bytes)) return Problem.Malformed("body", BodyMessages.NotUtf8);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var errors = JsonShape.Check(document.RootElement, typeof(T), DomainJson.Options);
            if (errors.Count > 0) return Problem.Malformed(errors);

            var value =
                JsonSerializer.Deserialize<T>(JsonTexts.Normal(document.RootElement, typeof(T), DomainJson.Options), DomainJson.Options)!;
            return new JsonBody<T>(value, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (JsonException malformed)
        {
            var member = malformed.Path is { Length: > 2 } path ? path[2..] : "body";
            return Problem.Malformed(member, JsonRefusal.Of(malformed));
        }
    }
}
