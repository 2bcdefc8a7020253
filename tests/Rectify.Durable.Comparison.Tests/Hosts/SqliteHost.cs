using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Comparison.Tests.Outcomes;
using Rectify.Durable.Sqlite;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>Our engine on a file of its own.</summary>
internal sealed class SqliteHost : IComparedHost
{
    private readonly string folder;
    private readonly DurableEngine engine;

    private SqliteHost(string folder, DurableEngine engine)
    {
        this.folder = folder;
        this.engine = engine;
    }

    public DurableTaskClient Client => engine.Client;

    public static async Task<IComparedHost> StartAsync(Code code, Journal journal)
    {
        var folder = Directory.CreateTempSubdirectory("rectify-comparison-").FullName;
        var engine = new DurableEngine(
            Options(code, Path.Combine(folder, "durable.db")),
            new CodeCatalog(code, journal),
            JsonDataConverter.Default,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await engine.StartAsync(TestContext.Current.CancellationToken);
        return new SqliteHost(folder, engine);
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static EngineOptions Options(Code code, string path)
    {
        var options = new EngineOptions { DatabasePath = path, SynchronousFull = false };
        return code.Versioning is not { } versioning ? options : options with
        {
            DefaultVersion = versioning.Version,
            VersionMatch = versioning.Match,
            VersionFailure = versioning.Failure,
        };
    }
}
