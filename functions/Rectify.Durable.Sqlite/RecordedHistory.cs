using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite;

/// <summary>The history of one execution as JSON, for tests that changed code still replays it.</summary>
/// <remarks>The JSON is a list of Durable Task's own history events, so that Durable Task's executor can replay it as well.</remarks>
public static class RecordedHistory
{
    /// <summary>Replays a recorded history with the present code.</summary>
    /// <param name="json">The history, as <see cref="DurableEngine.ExportHistoryAsync"/> returns it.</param>
    /// <param name="catalog">The present code.</param>
    /// <param name="converter">The converter of the engine that recorded it.</param>
    /// <returns>Null when the code does what the history says; otherwise the first difference, in words.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The text is not a list of history events.</exception>
    /// <exception cref="InvalidDataException">The events are not the history of one execution.</exception>
    public static string? FindDifference(string json, IFunctionCatalog catalog, DataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var (identity, turns) = CoreHistoryReader.Read(CoreHistoryText.Read(json));
        if (catalog.FindOrchestrator(identity.Name) is not { } code)
        {
            return $"There is no orchestrator '{identity.Name}'.";
        }

        var factory = new OrchestrationFactory(converter, NullLoggerFactory.Instance, null, null);
        return HistoryReplay.FindDifference(new OrchestrationRun(identity, code, factory, _ => { }), turns);
    }

    /// <summary>The history of an instance's present execution, from the file of an engine that is not running.</summary>
    /// <param name="databasePath">The engine's SQLite file.</param>
    /// <param name="instanceId">The id of the instance.</param>
    /// <returns>The JSON that <see cref="FindDifference"/> reads; null when the file has no such instance.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist; it is not created.</exception>
    /// <exception cref="DurableStoreException">The file is in use, damaged, or newer than this build.</exception>
    public static string? Read(string databasePath, string instanceId)
    {
        if (!File.Exists(databasePath))
        {
            throw new FileNotFoundException($"There is no file {databasePath}.", databasePath);
        }

        using var database = Database.Open(new EngineOptions { DatabasePath = databasePath }, OlderSchema.Refuse);
        using var reader = new StoreReader(database.OpenReader());
        return Read(reader, instanceId);
    }

    internal static string? Read(StoreReader reader, string instanceId) =>
        reader.Load(instanceId) is { } found ? CoreHistoryText.Write(Events(found.Record.Identity, found.ReadTurns())) : null;

    private static IEnumerable<global::DurableTask.Core.History.HistoryEvent> Events(ExecutionIdentity identity, IReadOnlyList<Turn> turns)
    {
        var timers = new Dictionary<int, DateTimeOffset>(turns.SelectMany(turn => CoreHistory.Timers(turn.Decisions)));
        return turns.Select(WithoutStacks).SelectMany(turn => CoreHistory
            .Begin(identity, turn.At, turn.Events, timers)
            .Concat(CoreHistory.Finish(turn.At, turn.Decisions, turn.End)));
    }

    // Stack traces are left out: they contain folders of the machine that recorded the history, and a replay does not need them.
    private static Turn WithoutStacks(Turn turn) => turn with { Events = [.. turn.Events.Select(WithoutStack)] };

    private static HistoryEvent WithoutStack(HistoryEvent happened) => happened switch
    {
        HistoryEvent.TaskFailed failed => failed with { Failure = failed.Failure.WithoutStack() },
        HistoryEvent.SubOrchestrationInstanceFailed failed => failed with { Failure = failed.Failure.WithoutStack() },
        _ => happened,
    };
}
