using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rectify.Embedded.Clock;
using Rectify.Embedded.Engine;
using Rectify.Embedded.Hosting.Durable;
using Rectify.Embedded.Hosting.Functions;
using Rectify.Embedded.Hosting.Http;
using Rectify.Embedded.Hosting.Invocation;
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
        AddServices(Web.Services);
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
        var functions = FunctionScanner.Scan(_surroundings.Types);
        RequireWebApplication(functions);
        AddFunctions(functions, TimerFunction.Of(functions, Web.Configuration), hostJson);

        var web = Web.Build();
        web.Services.GetRequiredService<HttpFunctions>().Map(web, functions, hostJson.RoutePrefix);
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

    private void AddServices(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<MatcherPolicy, MethodPolicy>();

        // As the worker has it: the app's JSON options, lenient about case, also read and write durable data.
        services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);

        if (_arguments.Clock is not { } start)
        {
            services.AddSingleton(TimeProvider.System);
            return;
        }

        services.AddSingleton(_ => new SteppedClock(_clockFile.Read() is { } reached && reached > start ? reached : start));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SteppedClock>());
        services.AddSingleton(provider => new ClockDriver(
            provider.GetRequiredService<SteppedClock>(),
            _clockFile,
            provider.GetRequiredService<DurableEngine>(),
            provider.GetRequiredService<TimerTriggers>()));
    }

    private void AddFunctions(IReadOnlyList<FunctionDescriptor> functions, IReadOnlyList<TimerFunction> timers, HostJson hostJson)
    {
        var services = Web.Services;
        services.AddSingleton(provider => new InvocationPipeline(_steps, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Shutdown>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton(timers);
        services.AddSingleton(new TimerRecords(_data.File("timers.json")));
        services.AddSingleton<TimerTriggers>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerTriggers>());

        services.AddSingleton(provider =>
        {
            var converter = new JsonDataConverter(provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
            return new DurableEngine(
                new EngineOptions { DatabasePath = _data.File("durable.db"), DefaultVersion = hostJson.DefaultVersion },
                new FunctionCatalog(
                    functions,
                    provider.GetRequiredService<InvocationPipeline>(),
                    provider.GetRequiredService<IServiceScopeFactory>(),
                    converter),
                converter,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>());
        });
        services.AddHostedService<EngineLifetime>();
    }

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
