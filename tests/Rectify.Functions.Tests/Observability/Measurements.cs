using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Observability;

namespace Rectify.Functions.Tests.Observability;

/// <summary>Hears what every app of this process measures, and tells one app's from another's.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<(object? Scope, string Instrument, object? Tag, double Value)> heard = [];

    public Measurements()
    {
        listener.InstrumentPublished = (instrument, hearer) =>
        {
            if (instrument.Meter.Name == Signals.Name) hearer.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    /// <summary>What an app has measured with one instrument: the one tag it has, if any, and the value.</summary>
    public IReadOnlyList<(object? Tag, double Value)> Of(App app, string instrument)
    {
        var scope = app.Services.GetRequiredService<IMeterFactory>();
        lock (heard) return [.. heard.Where(one => ReferenceEquals(one.Scope, scope) && one.Instrument == instrument).Select(
            one => (one.Tag, one.Value))];
    }

    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var tag = tags is [var only] ? only.Value : null;
        lock (heard) heard.Add((instrument.Meter.Scope, instrument.Name, tag, value));
    }
}
