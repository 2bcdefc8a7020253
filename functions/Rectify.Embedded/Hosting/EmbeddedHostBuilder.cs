using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Embedded.Clock;
using Rectify.Embedded.Hosting.Durable;
using Rectify.Embedded.Hosting.Functions;
using Rectify.Embedded.Hosting.Http;
using Rectify.Embedded.Hosting.Timers;

namespace Rectify.Embedded.Hosting;

/// <summary>Puts the host together from arguments, settings and the app's functions.</summary>
internal sealed class EmbeddedHostBuilder
{
    private const string DefaultUrl = "http://127.0.0.1:7071";

    private readonly HostArguments _arguments;
    private readonly HostSurroundings _surroundings;
    private readonly DataFolder _data;
    private readonly ClockFile _clockFile;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _steps = [];
    private bool _built;

    public EmbeddedHostBuilder(string[] args, HostSurroundings surroundings)
    {
        StartFailures.Watch();
        _arguments = HostArguments.Parse(args);
        _surroundings = surroundings;

        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = surroundings.AppName,
            ContentRootPath = surroundings.CurrentFolder,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Production,
        });

        Web.Configuration
            .AddInMemoryCollection(LocalSettings.Read(surroundings.CurrentFolder, surroundings.AppFolder))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(_arguments.Settings);

        var folder = _arguments.Data ?? Web.Configuration["Data:Directory"] ?? ".rectify";
        _data = new DataFolder(Path.GetFullPath(folder, surroundings.CurrentFolder));
        _clockFile = new ClockFile(_data.File("clock"));
        Web.Configuration.AddInMemoryCollection([new("Data:Directory", _data.Path)]);

        Web.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddConfiguration(Web.Configuration.GetSection("Logging"))
            .AddConsoleFormatter<OneLineFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>()
            .AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);

        Web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        HostServices.AddTo(Web.Services);
        HostServices.AddClockTo(Web.Services, _arguments.Clock, _clockFile);
    }

    public WebApplicationBuilder Web { get; }

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step)
    {
        RefuseSecondBuild();
        _steps.Add(step);
    }

    public IHost Build()
    {
        RefuseSecondBuild();
        _built = true;

        var hostJson = HostJson.Read(_surroundings.AppFolder);
        _ = TaskHub.Read(hostJson.HubName, Web.Configuration);
        var functions = FunctionScanner.Scan(_surroundings.Types);
        RequireWebApplication(functions);
        HostServices.AddFunctionsTo(
            Web.Services, functions, TimerFunction.Of(functions, Web.Configuration), _steps, hostJson,
            RetentionSetting.Read(Web.Configuration), _data);

        var web = Web.Build();
        web.Services.GetRequiredService<HttpFunctions>().Map(web, functions, hostJson.RoutePrefix);
        InstanceStatusEndpoint.Map(web);
        var clock = web.Services.GetService<SteppedClock>();
        if (clock is not null)
        {
            ClockEndpoints.Map(web);
        }

        foreach (var url in Urls())
        {
            web.Urls.Add(url);
        }

        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rectify");
        return new FunctionsHost(web, _data, _clockFile, log) { Clock = clock };
    }

    private string[] Urls() =>
        HostArguments.CheckUrls(_arguments.Urls ?? Web.Configuration["urls"] ?? DefaultUrl).Split(';');

    private void RequireWebApplication(IReadOnlyList<FunctionDescriptor> functions)
    {
        if (functions.FirstOrDefault(function => function.Trigger is Trigger.Http) is { } http
            && !Web.Services.Any(service => service.ServiceType == typeof(HttpIntegration)))
        {
            throw new HostStartException(
                $"The function '{http.Name}' is called over HTTP: call ConfigureFunctionsWebApplication() on the builder.");
        }
    }

    private void RefuseSecondBuild()
    {
        if (_built)
        {
            throw new InvalidOperationException("The application has already been built.");
        }
    }
}
