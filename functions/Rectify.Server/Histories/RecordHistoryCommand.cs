using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Durable.Sqlite;
using Rectify.Server.CommandLine;

namespace Rectify.Server.Histories;

/// <summary><c>record-history INSTANCE-ID --data DIR</c>: prints the history of an orchestration, for the replay tests.</summary>
internal static class RecordHistoryCommand
{
    // The output is a file that people read in a review, so that Chinese text is not escaped; it is never part of an HTML page.
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(IReadOnlyDictionary<string, string?> settings)
    {
        var instance = new Argument<string>("instance") { Description = "The id of the orchestration.", HelpName = "INSTANCE-ID" };
        instance.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError("INSTANCE-ID is the id of an orchestration; got ''.");
        });
        var data = ServerOption.Data();
        (data.Description, data.Required) = ("A data folder that no server has open.", true);
        var command = new Command("record-history", "Print the history of an orchestration, for the replay tests.") { instance, data };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (settings.Count == 0)
                return Run(parsed.GetRequiredValue(instance), parsed.GetRequiredValue(data)!, output, errors);

            errors.WriteLine($"The command {command.Name} takes no settings; got {settings.Keys.First()}.");
            return 2;
        });
        return command;
    }

    /// <summary>
    /// Exit code: 0 when the history was printed, 1 when there is no such orchestration, 2 when the folder cannot be read.
    /// </summary>
    public static int Run(string id, string folder, TextWriter output, TextWriter errors)
    {
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
