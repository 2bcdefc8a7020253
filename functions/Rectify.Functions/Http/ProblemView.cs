using System.Text.Json.Serialization;

namespace Rectify.Functions.Http;

/// <summary>A problem as it goes over the wire.</summary>
internal sealed record ProblemView(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);
