using System.Text.Json.Serialization;

namespace Rectify.Functions.Http;

/// <summary>The JSON form of a problem.</summary>
internal sealed record ProblemView(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);
