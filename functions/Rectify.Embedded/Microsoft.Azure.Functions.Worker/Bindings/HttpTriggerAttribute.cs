using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function when an HTTP request arrives.</summary>
/// <remarks>
/// A constructor that takes no level means <see cref="AuthorizationLevel.Function"/> to the host, although
/// <see cref="AuthLevel"/> says <see cref="AuthorizationLevel.Anonymous"/> after the one with methods only: the host
/// goes by what stands in the source, and so does the platform.
/// </remarks>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute()
    {
        AuthLevel = AuthorizationLevel.Function;
    }

    /// <summary>These methods, with a function key.</summary>
    /// <param name="methods">The methods answered; another one is answered 404.</param>
    public HttpTriggerAttribute(params string[] methods)
    {
        Methods = methods;
    }

    /// <summary>Any method, at this level.</summary>
    /// <param name="authLevel">What the caller must present.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
    {
        AuthLevel = authLevel;
    }

    /// <summary>These methods, at this level.</summary>
    /// <param name="authLevel">What the caller must present.</param>
    /// <param name="methods">The methods answered; another one is answered 404.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route below the prefix, in ASP.NET Core's syntax; the function's name if null.</summary>
    public string? Route { get; set; }

    /// <summary>The methods answered; all if null.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>What the caller must present.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
