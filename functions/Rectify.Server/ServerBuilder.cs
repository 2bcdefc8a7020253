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

    private readonly ServerOptions _options;
    private readonly HostedApp _app;
    private readonly WebApplicationBuilder _web;
    private readonly DataFolder _data;
    private readonly ClockFile _clockFile;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _steps = [];
    private bool _built;

    public ServerBuilder(ServerOptions options, HostedApp app)
    {
        _options = options;
        _app = app;
        _web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = app.Name,
            ContentRootPath = app.CurrentFolder,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Production,
        });

        _web.Configuration
            .AddInMemoryCollection(LocalSettings.Read(app.CurrentFolder, app.Folder))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(options.Settings);

        var folder = options.Data ?? Configuration["Data:Directory"] ?? ".rectify";
        _data = new DataFolder(Path.GetFullPath(folder, app.CurrentFolder));
        _clockFile = new ClockFile(_data.File("clock"));
        _web.Configuration.AddInMemoryCollection([new("Data:Directory", _data.Path)]);

        _web.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddConfiguration(Configuration.GetSection("Logging"))
            .AddConsoleFormatter<OneLineFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>()
            .AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);

        _web.WebHost.UseKestrelCore().ConfigureKestrel(RequestLimits.Set);
        HostServices.AddTo(Services);
        HostServices.AddClockTo(Services, options.Clock, _clockFile);
        HttpIntegration.AddTo(this);
    }

    /// <summary>
    /// The settings: from <c>local.settings.json</c>, environment and command line; a later source overrides an earlier one.
    /// </summary>
    public IConfiguration Configuration => _web.Configuration;

    /// <inheritdoc/>
    public IServiceCollection Services => _web.Services;

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseSecondBuild();
        _steps.Add(middleware);
        return this;
    }

    /// <summary>Reads the app's functions and builds the server. Can be called once.</summary>
    /// <exception cref="HostStartException">A function uses something that this server does not support, or a setting is wrong.</exception>
    public async Task<FunctionsHost> BuildAsync()
    {
        RefuseSecondBuild();
        _built = true;

        var hostJson = HostJson.Read(_app.Folder);
        _ = TaskHub.Read(hostJson.HubName, Configuration);
        var functions = await FunctionIndex.ReadAsync(_app.Functions, _app.Folder);
        HostServices.AddFunctionsTo(
            Services, functions, TimerFunction.Of(functions, Configuration), _steps, hostJson, RetentionSetting.Read(Configuration), _data);

        var web = _web.Build();
        ForwardedRequests.Use(web, Configuration);
        web.Services.GetRequiredService<HttpFunctions>().Map(web, functions, hostJson.RoutePrefix);
        UnknownAddress.Map(web);
        InstanceStatusEndpoint.Map(web);
        var clock = web.Services.GetService<SteppedClock>();
        if (clock is not null)
        {
            ClockEndpoints.Map(web);
        }

        foreach (var url in ListenAddresses.Split(_options.Urls ?? Configuration["urls"] ?? DefaultUrl))
        {
            web.Urls.Add(url);
        }

        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rectify");
        return new FunctionsHost(web, _data, _clockFile, log) { Clock = clock };
    }

    private void RefuseSecondBuild()
    {
        if (_built)
        {
            throw new InvalidOperationException("The server has already been built.");
        }
    }
}
