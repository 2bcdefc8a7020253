using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Http;

/// <summary>An error as <c>application/problem+json</c> (RFC 9457), with a stable type.</summary>
/// <param name="Type">Path of the kind of error, <c>/problems/{kebab-name}</c>.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">The member, the value and the rule.</param>
/// <param name="Errors">Per member; absent when no member is at fault.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors)
{
    public const string MediaType = "application/problem+json";

    public static Problem Of(int status, string name, string title, string detail) => new($"/problems/{name}", title, status, detail, null);

    /// <summary>A request that cannot be read.</summary>
    public static Problem Malformed(string member, string detail) =>
        Of(400, "malformed", "The request cannot be read", detail).About(member, detail);

    /// <summary>A request that breaks a rule.</summary>
    public static Problem Rule(string name, string member, string detail) =>
        Of(422, name, "The request breaks a rule", detail).About(member, detail);

    public static Problem NotFound(string what, string id) =>
        Of(404, "not-found", "There is no such thing", $"There is no {what} {id}.");

    public static Problem Of(Rejection rejection) => rejection.Kind == RejectionKind.RuleBroken
        ? Rule(rejection.Problem, rejection.Member, rejection.Detail)
        : Of(409, rejection.Problem, "The case is in another state", rejection.Detail).About(rejection.Member, rejection.Detail);

    /// <summary>The same problem, saying which member is at fault.</summary>
    public Problem About(string member, string detail) =>
        this with { Errors = new Dictionary<string, string[]> { [member] = [detail] } };

    public IActionResult ToResult() => new ContentResult
    {
        StatusCode = Status,
        ContentType = MediaType,
        Content = JsonSerializer.Serialize(this, Wire.Options),
    };

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = MediaType;
        return context.Response.WriteAsync(JsonSerializer.Serialize(this, Wire.Options), context.RequestAborted);
    }
}
