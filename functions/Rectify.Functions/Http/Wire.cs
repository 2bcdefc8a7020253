using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain;

namespace Rectify.Functions.Http;

/// <summary>JSON on the wire: as in the ledger, and the same in both hosts, whatever the host's own settings are.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Options => DomainJson.Options;

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static ContentResult Json<T>(T value, int status = 200) => Json(Text(value), status);

    public static ContentResult Json(string text, int status) =>
        new() { StatusCode = status, ContentType = "application/json; charset=utf-8", Content = text };
}
