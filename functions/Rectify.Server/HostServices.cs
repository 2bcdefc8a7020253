using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rectify.Durable.Sqlite;
using Rectify.Server.Clock;
using Rectify.Server.Durable;
using Rectify.Server.Functions;
using Rectify.Server.Http;
using Rectify.Server.Invocation;
using Rectify.Server.Timers;

namespace Rectify.Server;

/// <summary>Registers the services of the server.</summary>
internal static class HostServices
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<MatcherPolicy, MethodPolicy>();
        services.AddSingleton<Shutdown>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<TimerTriggers>();

        // As in the Functions worker: the app's JSON options, which ignore case, are also used for durable data.
        services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
    }

    /// <summary>
    /// Adds the system's clock, or, when a start is given, a stepped clock. The stepped clock starts at the instant it had reached before
    /// if that is later.
    /// </summary>
    public static void AddClockTo(IServiceCollection services, DateTimeOffset? stepped, ClockFile file)
    {
        if (stepped is not { } start)
        {
            services.AddSingleton(TimeProvider.System);
            return;
        }

        services.AddSingleton(_ => new SteppedClock(file.Read() is { } reached && reached > start ? reached : start));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SteppedClock>());
        services.AddSingleton(provider => new ClockDriver(
            provider.GetRequiredService<SteppedClock>(),
            file,
            provider.GetRequiredService<DurableEngine>(),
            provider.GetRequiredService<TimerTriggers>(),
            provider.GetRequiredService<IHostApplicationLifetime>()));
    }

    public static void AddFunctionsTo(
        IServiceCollection services,
        IReadOnlyList<FunctionDescriptor> functions,
        IReadOnlyList<TimerFunction> timers,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps,
        HostJson hostJson,
        DataFolder data)
    {
        services.AddSingleton(provider => new InvocationPipeline(steps, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(timers);
        services.AddSingleton(new TimerRecords(data.File("timers.json")));
        services.AddSingleton<DataConverter>(provider =>
            new JsonDataConverter(provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
        services.AddSingleton<IFunctionCatalog>(provider => new FunctionCatalog(
            functions,
            provider.GetRequiredService<InvocationPipeline>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<DataConverter>()));
        services.AddSingleton(provider => new DurableEngine(
            new EngineOptions
            {
                DatabasePath = data.File("durable.db"),
                DefaultVersion = hostJson.DefaultVersion,
                VersionMatch = hostJson.VersionMatch,
                VersionFailure = hostJson.VersionFailure,
                // The app removes ended orchestrations itself, with the same code as on Azure.
                Retention = null,
                ExceptionProperties = provider.GetService<IExceptionPropertiesProvider>(),
            },
            provider.GetRequiredService<IFunctionCatalog>(),
            provider.GetRequiredService<DataConverter>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));

        // Hosted services start in this order, the web server last, and stop in the reverse order. The engine therefore runs as long as
        // requests and timer functions do.
        services.AddHostedService<EngineLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerTriggers>());
    }
}
