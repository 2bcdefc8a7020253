using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Puts a function app together: services, settings, middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly EmbeddedHostBuilder _embedded;

    internal FunctionsApplicationBuilder(string[]? args, HostSurroundings surroundings)
    {
        _embedded = new EmbeddedHostBuilder(args ?? [], surroundings);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_embedded.Web).Properties;

    /// <inheritdoc/>
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The settings: <c>local.settings.json</c>, environment, command line; the later wins.</summary>
    public ConfigurationManager Configuration => _embedded.Web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _embedded.Web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _embedded.Web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _embedded.Web.Metrics;

    /// <inheritdoc cref="IHostApplicationBuilder.Services"/>
    public IServiceCollection Services => _embedded.Web.Services;

    /// <summary>Builds the app. Can be called once.</summary>
    /// <exception cref="HostStartException">A function cannot be served as it is written.</exception>
    public IHost Build() => _embedded.Build();

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_embedded.Web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _embedded.Use(middleware);
        return this;
    }
}
