using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Core = DurableTask.Core.History;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>
/// Writes and reads Durable Task's history events as JSON, with their own members. Each event's type is its <see cref="Core.EventType"/>.
/// </summary>
internal static class CoreHistoryText
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new LastingMembers(),
        Converters = { new StringEnumConverter() },
        DateParseHandling = DateParseHandling.None,
        Formatting = Formatting.Indented,
        NullValueHandling = NullValueHandling.Ignore,
    };

    public static string Write(IEnumerable<Core.HistoryEvent> history) => JsonConvert.SerializeObject(history, Settings);

    /// <exception cref="Newtonsoft.Json.JsonException">The text is not a list of history events.</exception>
    public static IReadOnlyList<Core.HistoryEvent> Read(string json)
    {
        var serializer = Newtonsoft.Json.JsonSerializer.Create(Settings);
        var list = JsonConvert.DeserializeObject<JArray>(json, Settings)
            ?? throw new JsonSerializationException("A history is a list of events.");
        return [.. list.Select(item => (Core.HistoryEvent)item.ToObject(TypeOf(item), serializer)!)];
    }

    /// <summary>The only argument of an activity. Durable Task stores the arguments as an array.</summary>
    public static string? Only(string? arguments)
    {
        if (arguments is null)
        {
            return null;
        }

        using var array = JsonDocument.Parse(arguments);
        var only = array.RootElement[0];
        return only.ValueKind == JsonValueKind.Null ? null : only.GetRawText();
    }

    private static Type TypeOf(JToken item) =>
        typeof(Core.HistoryEvent).Assembly.GetType($"DurableTask.Core.History.{item["eventType"]}Event")
        ?? throw new JsonSerializationException($"There is no history event '{item["eventType"]}'.");

    private sealed class LastingMembers : CamelCasePropertyNamesContractResolver
    {
        // IsPlayed is left out: it belongs to one run of the code and not to the history.
        protected override Newtonsoft.Json.Serialization.JsonProperty CreateProperty(
            MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.Ignored |= member.Name == nameof(Core.HistoryEvent.IsPlayed);
            return property;
        }
    }
}
