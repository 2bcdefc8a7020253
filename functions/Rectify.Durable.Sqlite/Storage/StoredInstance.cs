using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>An instance as it stands in the file, with the turns of its present execution.</summary>
/// <param name="Record">Where it stands.</param>
/// <param name="Rows">The number and the record of each turn that its last one leads back to, oldest first.</param>
internal sealed record StoredInstance(InstanceRecord Record, IReadOnlyList<(int Number, byte[] Data)> Rows)
{
    /// <summary>The turns, oldest first.</summary>
    /// <exception cref="InvalidDataException">One of them is missing.</exception>
    /// <exception cref="System.Text.Json.JsonException">One of them is not the record of a turn.</exception>
    public IReadOnlyList<Turn> ReadTurns()
    {
        var numbers = Rows.Select(row => row.Number);
        return numbers.SequenceEqual(Enumerable.Range(0, Record.Turn)) && Record.Turn > 0 == Record.Last is not null
            ? [.. Rows.Select(row => HistoryJson.Read(row.Data))]
            : throw new InvalidDataException($"the row {Record.Last} leads to the turns [{string.Join(", ", numbers)}]");
    }
}
