using Rectify.Domain.Messages;
using Rectify.Functions.Http;

namespace Rectify.Functions.Board.Forms;

/// <summary>The wording of the HTTP interface's messages on pages.</summary>
internal static class MessageWords
{
    /// <summary>The message as it is shown at the field that it is about.</summary>
    public static string Beside(Message message, Language language)
    {
        var definition = message.Sentence.Definition;
        if (definition == BodyMessages.Missing) message = FormMessages.FillIn;
        if (definition == BodyMessages.NoMember) message = FormMessages.Choose;
        return Capital(message.Beside(language));
    }

    /// <summary>The message as it is shown without a field. In Chinese it leaves out the member names of the HTTP interface.</summary>
    public static string Alone(Message message, Language language) =>
        language == Language.English ? Capital(message.In(language)) : message.Sentence.In(language);

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
