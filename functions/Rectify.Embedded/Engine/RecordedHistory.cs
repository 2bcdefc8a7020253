using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Embedded.Engine.Replay;
using Rectify.Embedded.Engine.Storage;

namespace Rectify.Embedded.Engine;

/// <summary>The history of one execution as a file, to prove later that changed code still replays it.</summary>
public static class RecordedHistory
{
    /// <summary>Replays a recorded history against today's code.</summary>
    /// <param name="json">What <see cref="DurableEngine.ExportHistoryAsync"/> gave.</param>
    /// <param name="catalog">Today's code.</param>
    /// <param name="converter">The converter of the engine that recorded it.</param>
    /// <returns>Null when the code does what the record says; else the first difference, in words.</returns>
    /// <exception cref="JsonException">The text is not a recorded history.</exception>
    public static string? FindDifference(string json, IFunctionCatalog catalog, DataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var record = JsonSerializer.Deserialize(json, HistoryJson.Default.ExecutionRecord)
            ?? throw new JsonException("The text is null, not a recorded history.");
        if (catalog.FindOrchestrator(record.Name) is not { } code)
        {
            return $"There is no orchestrator '{record.Name}'.";
        }

        var parent = record.ParentId is { } id ? new ParentOrchestrationInstance(record.ParentName!, id) : null;
        var identity = new RunIdentity(record.InstanceId, record.Name, record.Version, null, record.Input, parent);
        var run = new OrchestrationRun(identity, code, converter, NullLoggerFactory.Instance, _ => { });
        return HistoryReplay.FindDifference(run, record.Turns);
    }

    /// <summary>The history of an instance's present execution, from the file of an engine that does not run.</summary>
    /// <param name="databasePath">The engine's SQLite file.</param>
    /// <param name="instanceId">The instance.</param>
    /// <returns>What <see cref="FindDifference"/> reads; null when the file knows no such instance.</returns>
    /// <exception cref="FileNotFoundException">There is no such file; none is made.</exception>
    /// <exception cref="DurableStoreException">The file is in use, damaged, or newer than this build.</exception>
    public static string? Read(string databasePath, string instanceId)
    {
        if (!File.Exists(databasePath))
        {
            throw new FileNotFoundException($"There is no file {databasePath}.", databasePath);
        }

        using var database = Database.Open(new EngineOptions { DatabasePath = databasePath });
        using var reader = new StoreReader(database.OpenReader());
        return Read(reader, instanceId);
    }

    internal static string? Read(StoreReader reader, string instanceId) =>
        reader.Load(instanceId) is { } found ? Write(found.Record, found.ReadTurns()) : null;

    private static string Write(InstanceRecord instance, IReadOnlyList<Turn> turns) => JsonSerializer.Serialize(
        new ExecutionRecord(
            instance.Id, instance.Name, instance.Version, instance.Input, instance.Parent?.Id, instance.Parent?.Name,
            [.. turns.Select(WithoutStacks)]),
        HistoryJson.Default.ExecutionRecord);

    // A stack names the folders of the machine that recorded it, and a replay has no use for it.
    private static Turn WithoutStacks(Turn turn) => turn with { Events = [.. turn.Events.Select(WithoutStack)] };

    private static HistoryEvent WithoutStack(HistoryEvent happened) =>
        happened is HistoryEvent.TaskFailed failed ? failed with { Failure = failed.Failure.WithoutStack() } : happened;
}
