using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>Writes and reads history as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Turn))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(List<HistoryEvent.EventRaised>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static byte[] Write(Turn turn) => JsonSerializer.SerializeToUtf8Bytes(turn, Default.Turn);

    public static Turn Read(ReadOnlySpan<byte> turn) => JsonSerializer.Deserialize(turn, Default.Turn)!;
}
