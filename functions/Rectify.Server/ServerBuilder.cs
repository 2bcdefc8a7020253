using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Server.Clock;
using Rectify.Server.Durable;
using Rectify.Server.Functions;
using Rectify.Server.Http;
using Rectify.Server.Settings;
using Rectify.Server.Timers;

namespace Rectify.Server;

/// <summary>Builds a server that runs a compiled function app without Azure.</summary>
/// <remarks>It takes the place of the Functions worker's builder: the app registers its services and middleware with it.</remarks>
internal sealed class ServerBuilder : IFunctionsWorkerApplicationBuilder
{
    private const string DefaultUrl = "http://127.0.0.1:7071";

    private readonly ServerOptions options;
    private readonly HostedApp app;
    private readonly WebApplicationBuilder web;
    private readonly DataFolder data;
    private readonly ClockFile clockFile;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps = [];
    private bool built;

    public ServerBuilder(ServerOptions options, HostedApp app)
    {
        this.options = options;
        this.app = app;
        web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = app.Name,
            ContentRootPath = app.CurrentFolder,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Production,
        });

        web.Configuration
            .AddInMemoryCollection(LocalSettings.Read(app.CurrentFolder, app.Folder))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(options.Settings);

        var folder = options.Data ?? Configuration["Data:Directory"] ?? ".rectify";
        data = new DataFolder(Path.GetFullPath(folder, app.CurrentFolder));
        clockFile = new ClockFile(data.File("clock"));
        web.Configuration.AddInMemoryCollection([new("Data:Directory", data.Path)]);

        web.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddConfiguration(Configuration.GetSection("Logging"))
            .AddConsoleFormatter<OneLineFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>()
            .AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);

        web.WebHost.UseKestrelCore().ConfigureKestrel(RequestLimits.Set);
        HostServices.AddTo(Services);
        HostServices.AddClockTo(Services, options.Clock, clockFile);
        HttpIntegration.AddTo(this);
    }

    /// <summary>
    /// The settings: from <c>local.settings.json</c>, environment and command line; a later source overrides an earlier one.
    /// </summary>
    public IConfiguration Configuration => web.Configuration;

    /// <inheritdoc/>
    public IServiceCollection Services => web.Services;

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseSecondBuild();
        steps.Add(middleware);
        return this;
    }

    /// <summary>Reads the app's functions and builds the server. Can be called once.</summary>
    /// <exception cref="HostStartException">A function uses something that this server does not support, or a setting is wrong.</exception>
    public async Task<FunctionsHost> BuildAsync()
    {
        RefuseSecondBuild();
        built = true;

        var hostJson = HostJson.Read(app.Folder);
        _ = TaskHub.Read(hostJson.HubName, Configuration);
        var functions = await FunctionIndex.ReadAsync(app.Functions, app.Folder);
        HostServices.AddFunctionsTo(Services, functions, TimerFunction.Of(functions, Configuration, app.AtStart), steps, hostJson, data);

        var web = this.web.Build();
        ForwardedRequests.Use(web, Configuration);
        web.Services.GetRequiredService<HttpFunctions>().Map(web, functions, hostJson.RoutePrefix);
        UnknownAddressFallback.Map(web);
        InstanceStatusEndpoint.Map(web);
        var clock = web.Services.GetService<SteppedClock>();
        if (clock is not null)
        {
            ClockEndpoints.Map(web);
        }

        foreach (var url in ListenAddresses.Split(options.Urls ?? Configuration["urls"] ?? DefaultUrl))
        {
            web.Urls.Add(url);
        }

        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rectify");
        return new FunctionsHost(web, data, clockFile, log) { Clock = clock };
    }

    private void RefuseSecondBuild()
    {
        if (built)
        {
            throw new InvalidOperationException("The server has already been built.");
        }
    }
}
