using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Clock;
using Rectify.Embedded.Hosting;

namespace Rectify.Embedded.Tests.Hosting;

/// <summary>A host of the given function classes on a free port of this machine.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;

    private TestHost(IHost host)
    {
        _host = host;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    public ClockDriver Clock => Services.GetRequiredService<ClockDriver>();

    /// <summary>A builder that looks for everything in one folder.</summary>
    public static FunctionsApplicationBuilder Builder(string folder, string[] args, params Type[] functions)
    {
        var builder = new FunctionsApplicationBuilder(
            ["--urls", "http://127.0.0.1:0", "--data", folder, .. args],
            new HostSurroundings("Rectify.Embedded.Tests", functions, folder, folder));
        builder.Logging.ClearProviders();
        return builder;
    }

    public static async Task<TestHost> StartAsync(FunctionsApplicationBuilder builder)
    {
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(host);
    }

    public static Task<TestHost> StartAsync(string folder, string[] args, params Type[] functions) =>
        StartAsync(Builder(folder, args, functions).ConfigureFunctionsWebApplication());

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path, TestContext.Current.CancellationToken);

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
