using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An instance as stored in the file, with the turns of its present execution.</summary>
/// <param name="Record">The data of the instance.</param>
/// <param name="Rows">The number and the record of each turn, found backwards from the last one, oldest first.</param>
internal sealed record StoredInstance(InstanceRecord Record, IReadOnlyList<(int Number, byte[] Data)> Rows)
{
    /// <summary>The turns, oldest first.</summary>
    /// <exception cref="InvalidDataException">A turn is missing.</exception>
    /// <exception cref="System.Text.Json.JsonException">A record is not that of a turn.</exception>
    public IReadOnlyList<Turn> ReadTurns()
    {
        var numbers = Rows.Select(row => row.Number);
        return numbers.SequenceEqual(Enumerable.Range(0, Record.Turn)) && Record.Turn > 0 == Record.Last is not null
            ? [.. Rows.Select(row => HistoryJson.Read(row.Data))]
            : throw new InvalidDataException($"the row {Record.Last} leads to the turns [{string.Join(", ", numbers)}]");
    }
}
