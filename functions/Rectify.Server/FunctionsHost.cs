using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Durable.Sqlite;
using Rectify.Server.Clock;

namespace Rectify.Server;

/// <summary>The server with the app, ready to start. Locks the data folder while it runs.</summary>
internal sealed partial class FunctionsHost(WebApplication web, DataFolder data, ClockFile clockFile, ILogger log)
    : IHost, IAsyncDisposable
{
    public IServiceProvider Services => web.Services;

    /// <summary>The stepped clock; null if the server runs by the real clock.</summary>
    public SteppedClock? Clock { get; init; }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        ListenAddresses.RequireFree(web.Urls);
        data.Claim();
        SettleClock();

        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new HostStartException($"Cannot listen: {e.Message}", cause: e);
        }
        catch (DurableStoreException e)
        {
            throw new HostStartException(e.Message, cause: e);
        }

        LogListening(string.Join(" ", web.Urls));
        LogData(data.Path);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => web.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        data.Dispose();
    }

    private void SettleClock()
    {
        if (Clock is { } clock)
        {
            clockFile.Write(clock.GetUtcNow());
            LogSteppedClock(clock.GetUtcNow());
        }
        else if (clockFile.Read() is { } reached)
        {
            LogWasStepped(reached);
        }
    }

    [LoggerMessage(LogLevel.Information, "Listening on {Addresses}")]
    private partial void LogListening(string addresses);

    [LoggerMessage(LogLevel.Information, "Data in {Folder}")]
    private partial void LogData(string folder);

    [LoggerMessage(LogLevel.Information, "The clock stands at {Instant:u} and moves by POST /dev/clock/advance")]
    private partial void LogSteppedClock(DateTimeOffset instant);

    [LoggerMessage(
        LogLevel.Warning,
        "This data folder was last used with a stepped clock, which had reached {Instant:u}; the real clock is used now")]
    private partial void LogWasStepped(DateTimeOffset instant);
}
