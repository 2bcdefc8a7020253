using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
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

/// <summary>The services of the host.</summary>
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

        // As the worker has it: the app's JSON options, lenient about case, also read and write durable data.
        services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
    }

    /// <summary>The system's clock; or, given a start, a stepped one that never starts before the instant it had reached.</summary>
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
        TimeSpan? retention,
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
                Retention = retention,
            },
            provider.GetRequiredService<IFunctionCatalog>(),
            provider.GetRequiredService<DataConverter>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));

        // Started in this order and stopped in the reverse one, the server being the last and the first: while a request
        // or a timer function is under way, the engine runs.
        services.AddHostedService<EngineLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerTriggers>());
    }
}
