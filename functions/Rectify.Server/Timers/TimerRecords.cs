using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.Timers;

/// <summary>The last and next run of each monitored timer, in a file in the data folder.</summary>
internal sealed class TimerRecords(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock gate = new();
    private SortedDictionary<string, ScheduleStatus>? records;

    public ScheduleStatus? Find(string function)
    {
        lock (gate)
        {
            return Records().GetValueOrDefault(function);
        }
    }

    public void Write(string function, ScheduleStatus status)
    {
        lock (gate)
        {
            Records()[function] = status;
            DurableFile.Replace(path, JsonSerializer.Serialize(Records(), Indented));
        }
    }

    private SortedDictionary<string, ScheduleStatus> Records() => records ??= Read();

    private SortedDictionary<string, ScheduleStatus> Read()
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<SortedDictionary<string, ScheduleStatus>>(File.ReadAllText(path)) ?? []
                : [];
        }
        catch (JsonException e)
        {
            throw new HostStartException($"The timer records {path} cannot be read: {e.Message}", cause: e);
        }
    }
}
