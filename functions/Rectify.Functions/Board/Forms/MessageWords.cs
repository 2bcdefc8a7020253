using Rectify.Domain.Messages;
using Rectify.Functions.Http;

namespace Rectify.Functions.Board.Forms;

/// <summary>How the pages tell what a request of the interface would be told.</summary>
internal static class MessageWords
{
    /// <summary>The message beside the field that it is about.</summary>
    public static string Beside(Message message, Language language)
    {
        var definition = message.Sentence.Definition;
        if (definition == BodyMessages.Missing) message = FormMessages.FillIn;
        if (definition == BodyMessages.NoMember) message = FormMessages.Choose;
        return Capital(message.Beside(language));
    }

    /// <summary>The message where no field stands beside it. In Chinese a page never shows the names of the interface.</summary>
    public static string Alone(Message message, Language language) =>
        language == Language.English ? Capital(message.In(language)) : message.Sentence.In(language);

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
