using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// The format of rulebook files: JSON in which comments and trailing commas may stand. Strict: every member has to be in the file, even one
/// that may be missing in rulebooks stored by earlier versions.
/// </summary>
internal static class RulebookFile
{
    private const int ShownCharacters = 60;

    /// <summary>The serializer's options for files, with the members that a file has to have.</summary>
    internal static JsonSerializerOptions Options { get; } = Create();

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file.</summary>
    /// <exception cref="RulebookFileException">The file cannot be used; the message names every problem.</exception>
    public static Rulebook Read(string file, string json) => Check(json, null) switch
    {
        RulebookReading.Readable(var rulebook) => rulebook,
        RulebookReading.Refused(var problems) => throw new RulebookFileException(file, problems),
        var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
    };

    /// <summary>Reads a text, and finds everything that is wrong in it.</summary>
    /// <param name="json">The text; a byte order mark before it is passed over.</param>
    /// <param name="refuseText">What is wrong with a text of the rulebook; null when texts are taken as they are.</param>
    public static RulebookReading Check(string json, Func<string, Message?>? refuseText)
    {
        var text = json.TrimStart('\uFEFF');
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return new RulebookFileReader(refuseText).Read(document.RootElement);
        }
        catch (JsonException unreadable)
        {
            var line = (int)(unreadable.LineNumber ?? 0);
            return Whole(
                Around(text.Split('\n').ElementAtOrDefault(line) ?? "", (int)(unreadable.BytePositionInLine ?? 0)),
                RulebookFileMessages.NotJson.With(line + 1));
        }
        catch (InvalidOperationException)
        {
            return Whole(Shortened(text), RulebookFileMessages.NotText);
        }
    }

    /// <summary>A value as it is shown in a problem.</summary>
    internal static string Shown(JsonElement element) => Shortened(element.GetRawText());

    private static RulebookReading.Refused Whole(string value, Message rule) => new([new(RulebookProblem.Whole, value, rule)]);

    // The part of a line that ends somewhat after a place, which is counted in bytes of UTF-8.
    private static string Around(string line, int bytes)
    {
        var utf8 = Encoding.UTF8.GetBytes(line);
        var place = Encoding.UTF8.GetCharCount(utf8.AsSpan(0, Math.Min(bytes, utf8.Length)));
        var begin = Math.Max(0, place - (ShownCharacters / 2));
        return (begin > 0 ? "…" : "") + Shortened(line[begin..]);
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var length = new StringInfo(line).LengthInTextElements;
        return length <= ShownCharacters ? line : new StringInfo(line).SubstringByTextElements(0, ShownCharacters) + "…";
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(DomainJson.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithEveryMember } },
        };
        options.MakeReadOnly();
        return options;
    }

    // A member that is not written when it has its default value may be missing in a file too, so that files from before that member stay
    // valid.
    private static void WithEveryMember(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.AssociatedParameter is not null))
            member.IsRequired = member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true;
    }
}
