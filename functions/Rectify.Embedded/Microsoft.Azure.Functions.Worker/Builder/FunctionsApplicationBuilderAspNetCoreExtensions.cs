using Rectify.Embedded.Hosting.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The ASP.NET Core integration of HTTP functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP functions take an <c>HttpRequest</c> and return an <c>IActionResult</c>.</summary>
    /// <remarks>Middleware added before this call does not see the request.</remarks>
    /// <param name="builder">The app.</param>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        HttpIntegration.AddTo(builder);
        return builder;
    }
}
