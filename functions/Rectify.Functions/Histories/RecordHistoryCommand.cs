using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Embedded.Engine;

namespace Rectify.Functions.Histories;

/// <summary><c>record-history INSTANCE-ID --data DIR</c>: prints the history of an orchestration, for the replay tests.</summary>
internal static class RecordHistoryCommand
{
    internal const string Usage = "record-history INSTANCE-ID --data DIR   DIR: a data folder that no host has open";

    // The file is read by people in a review, never put into a page.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Exit code: 0 when the history was printed, 1 when there is no such orchestration, 2 when the folder cannot be read.</summary>
    public static int Run(string[] options, TextWriter output, TextWriter errors)
    {
        if (options is not [[not '-', ..] and var id, "--data", [_, ..] and var folder])
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            var file = Path.Combine(Path.GetFullPath(folder), "durable.db");
            if (RecordedHistory.Read(file, id) is { } history)
            {
                output.WriteLine(JsonNode.Parse(history)!.ToJsonString(Readable));
                return 0;
            }

            errors.WriteLine($"{file} holds no orchestration {id}.");
            return 1;
        }
        catch (Exception unreadable) when (unreadable is DurableStoreException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(unreadable.Message);
            return 2;
        }
    }
}
