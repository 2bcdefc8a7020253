using Microsoft.DurableTask;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>The app's converter, except that a <see cref="Payload"/> is passed on as its text.</summary>
internal sealed class PayloadConverter(DataConverter inner) : DataConverter
{
    public override string? Serialize(object? value) => value is Payload payload ? payload.Text : inner.Serialize(value);

    public override object? Deserialize(string? data, Type targetType) => targetType == typeof(Payload)
        ? new Payload(data)
        : inner.Deserialize(data, targetType);
}
