using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rectify.Worker.Tests.Telemetry;

/// <summary>An OTLP collector on a loopback port, which keeps what it is sent. Texts stand in protobuf as they are, in UTF-8.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string Text)> received = new();
    private readonly TaskCompletionSource traces = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource metrics = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>All that was sent, traces and metrics.</summary>
    public string Received => string.Join('\n', received.Select(one => one.Text));

    /// <summary>Completes when traces and metrics have come.</summary>
    public Task BothAsync(CancellationToken cancellation) => Task.WhenAll(traces.Task, metrics.Task).WaitAsync(cancellation);

    public static async Task<Collector> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.MapPost("/{**path}", collector.TakeAsync);
        await collector.app.StartAsync(cancellation);
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var path = http.Request.Path.Value!;
        received.Enqueue((path, Encoding.UTF8.GetString(body.ToArray())));
        if (path.EndsWith("/traces", StringComparison.Ordinal)) traces.TrySetResult();
        if (path.EndsWith("/metrics", StringComparison.Ordinal)) metrics.TrySetResult();
    }
}
