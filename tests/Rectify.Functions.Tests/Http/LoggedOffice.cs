using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rectify.Functions.Tests.Journeys;
using Rectify.Server;

namespace Rectify.Functions.Tests.Http;

/// <summary>The server on a loopback port, spoken to byte by byte, and everything that it logs.</summary>
internal sealed class LoggedOffice : ILoggerProvider, IAsyncDisposable
{
    private const string Key = "officer-key-of-the-tests";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-clients-");
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> entries = [];
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FunctionsHost host = null!;

    /// <summary>What was logged as an error or worse.</summary>
    public IReadOnlyList<string> Errors => [.. entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Text)];

    /// <summary>Starts it; a test may do something of its own before an HTTP function runs.</summary>
    public static async Task<LoggedOffice> StartAsync(Func<HttpContext, Task>? before = null)
    {
        var office = new LoggedOffice();
        var settings = new Dictionary<string, string?> { ["Access:OfficerKey"] = Key, ["Logging:LogLevel:Default"] = "Debug" };
        var builder = OfficeServer.CreateBuilder(
            new ServerOptions(App.Instant("2026-03-30 09:30"), office.folder.FullName, "http://127.0.0.1:0", settings));
        builder.Services.AddLogging(logging => logging.ClearProviders().AddProvider(office));
        builder.Use(next => async context =>
        {
            if (context.GetHttpContext() is { } http)
            {
                http.Response.OnCompleted(() =>
                {
                    office.done.TrySetResult();
                    return Task.CompletedTask;
                });
                if (before is not null) await before(http);
            }

            await next(context);
        });
        office.host = await builder.BuildAsync();
        await office.host.StartAsync(TestContext.Current.CancellationToken);
        return office;
    }

    /// <summary>Opens a connection and sends the beginning of a request.</summary>
    public async Task<TcpClient> SendAsync(string request)
    {
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(address).Port, TestContext.Current.CancellationToken);
        var text = request.Replace("{key}", $"x-functions-key: {Key}", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        var bytes = Encoding.UTF8.GetBytes(text);
        await client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Completes when the server has done with a request, answered or not.</summary>
    public Task DoneAsync() => done.Task.WaitAsync(TestContext.Current.CancellationToken);

    public ILogger CreateLogger(string categoryName) => new Ear(this);

    // The container disposes of its providers; there is nothing to let go of.
    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private sealed class Ear(LoggedOffice office) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            office.entries.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
