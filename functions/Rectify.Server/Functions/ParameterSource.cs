namespace Rectify.Server.Functions;

/// <summary>Where the value of a function's parameter comes from.</summary>
internal abstract record ParameterSource
{
    private ParameterSource()
    {
    }

    /// <summary>What started the function: request, timer info, orchestration context, activity input.</summary>
    public sealed record Started : ParameterSource;

    public sealed record Context : ParameterSource;

    public sealed record Cancellation : ParameterSource;

    public sealed record DurableClient : ParameterSource;

    /// <summary>A value of the route, converted to the parameter's type.</summary>
    public sealed record RouteValue(string Name, Type Type, object? Default) : ParameterSource;
}
