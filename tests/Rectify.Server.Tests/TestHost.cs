using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Server.Clock;

namespace Rectify.Server.Tests;

/// <summary>A server of some functions on a free port of this machine.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly FunctionsHost host;

    private TestHost(FunctionsHost host)
    {
        this.host = host;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    public ClockDriver Clock => Services.GetRequiredService<ClockDriver>();

    /// <summary>A builder for classes of the sample app, which looks for everything in one folder.</summary>
    public static ServerBuilder Builder(string folder, string[] args, params Type[] functions) =>
        Builder(folder, args, new ChosenFunctions(functions));

    /// <summary>A builder that looks for everything in one folder.</summary>
    public static ServerBuilder Builder(string folder, string[] args, IFunctionMetadataProvider functions)
    {
        var builder = new ServerBuilder(Options(folder, args), new HostedApp("Rectify.Server.SampleApp", functions, folder, folder));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder;
    }

    public static async Task<TestHost> StartAsync(ServerBuilder builder)
    {
        var host = await builder.BuildAsync();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(host);
    }

    public static Task<TestHost> StartAsync(string folder, string[] args, params Type[] functions) =>
        StartAsync(Builder(folder, args, functions));

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path, TestContext.Current.CancellationToken);

    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    // Settings of the sample app, which the command line of Rectify does not know.
    private static ServerOptions Options(string folder, string[] args)
    {
        var options = new ServerOptions(null, folder, "http://127.0.0.1:0", new Dictionary<string, string?>());
        foreach (var pair in args.Chunk(2))
        {
            options = pair[0] switch
            {
                "--clock" => options with { Clock = DateTimeOffset.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture) },
                "--urls" => options with { Urls = pair[1] },
                _ => options with
                {
                    Settings = new Dictionary<string, string?>(
                        options.Settings)
                    { [pair[0][2..].Replace("__", ":", StringComparison.Ordinal)] = pair[1] },
                },
            };
        }

        return options;
    }
}
