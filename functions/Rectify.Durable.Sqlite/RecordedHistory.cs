using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite;

/// <summary>The history of one execution as a file, to prove later that changed code still replays it.</summary>
/// <remarks>A list of Durable Task's own history events, so that Durable Task's executor can replay it as well.</remarks>
public static class RecordedHistory
{
    /// <summary>Replays a recorded history against today's code.</summary>
    /// <param name="json">What <see cref="DurableEngine.ExportHistoryAsync"/> gave.</param>
    /// <param name="catalog">Today's code.</param>
    /// <param name="converter">The converter of the engine that recorded it.</param>
    /// <returns>Null when the code does what the record says; else the first difference, in words.</returns>
    /// <exception cref="Newtonsoft.Json.JsonException">The text is no list of history events.</exception>
    /// <exception cref="InvalidDataException">The events are no history of one execution.</exception>
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

    // A stack names the folders of the machine that recorded it, and a replay has no use for it.
    private static Turn WithoutStacks(Turn turn) => turn with { Events = [.. turn.Events.Select(WithoutStack)] };

    private static HistoryEvent WithoutStack(HistoryEvent happened) => happened switch
    {
        HistoryEvent.TaskFailed failed => failed with { Failure = failed.Failure.WithoutStack() },
        HistoryEvent.SubOrchestrationInstanceFailed failed => failed with { Failure = failed.Failure.WithoutStack() },
        _ => happened,
    };
}
