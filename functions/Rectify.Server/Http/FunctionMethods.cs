namespace Rectify.Server.Http;

/// <summary>The HTTP methods that an endpoint answers; all methods if null or empty.</summary>
internal sealed record FunctionMethods(IReadOnlyList<string>? Names)
{
    public bool Answer(string method) => Names is not { Count: > 0 } || Names.Contains(method, StringComparer.OrdinalIgnoreCase);

    public bool Overlaps(FunctionMethods other) =>
        Names is not { Count: > 0 } || other.Names is not { Count: > 0 } || Names.Any(other.Answer);
}
