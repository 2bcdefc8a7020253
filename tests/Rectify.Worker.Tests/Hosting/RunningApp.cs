using Rectify.Worker.Tests.Clock;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>One running app for the tests of a class that only ask.</summary>
public sealed class RunningApp(PublishedApp app) : IAsyncLifetime
{
    /// <summary>A key that may only read.</summary>
    public const string ReaderKey = "the-readers-key-of-the-tests";

    private WorkerHost? host;

    internal WorkerHost Host => host!;

    public async ValueTask InitializeAsync() => host = await WorkerHost.StartAsync(
        app.Folder,
        ChinaTime.At("2026-03-30 09:00"),
        ("Access__Keys__0__Name", "reader"),
        ("Access__Keys__0__Role", "reader"),
        ("Access__Keys__0__Key", ReaderKey));

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }
}
