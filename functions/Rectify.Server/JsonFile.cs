using System.Text.Json;

namespace Rectify.Server;

/// <summary>Opens a JSON file that is written by hand: comments and trailing commas are allowed, and errors name the file.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static JsonDocument Open(string path)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (JsonException e)
        {
            throw HostStartException.WrongSetting($"The file {path} is not JSON: {e.Message}", e);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw HostStartException.WrongSetting($"The file {path} is wrong: it must hold a JSON object.");
        }

        return document;
    }
}
