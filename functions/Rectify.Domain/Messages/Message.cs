namespace Rectify.Domain.Messages;

/// <summary>
/// A message to a reader: a sentence and the values in it. It becomes text only where somebody reads it, in the language of that reader.
/// </summary>
public sealed class Message
{
    private static readonly MessageCode<string, Message> MemberBefore = new("member", "{0}: {1}", "{0}：{1}");

    private static readonly MessageCode<string, Message> MemberAsSubject = new("member.subject", "{0} {1}", "{0}：{1}");

    internal Message(MessageDefinition definition, params IReadOnlyList<object?> arguments) =>
        (Definition, Arguments) = (definition, arguments);

    /// <summary>The sentence.</summary>
    public MessageDefinition Definition { get; }

    /// <summary>The values, in the order of the placeholders; null for a value that is absent.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>The name of the problem type under which the message is reported.</summary>
    public string Name => Sentence.Definition.Name;

    /// <summary>
    /// The message with the member of the request before it, for a place that does not show the member otherwise: "title: ...".
    /// </summary>
    public Message At(string member) => new(MemberBefore, member, this);

    /// <summary>The message with the member of the request as the subject of the sentence: "title is missing."</summary>
    public Message SaidOf(string member) => new(MemberAsSubject, member, this);

    /// <summary>The message without the member.</summary>
    public Message Sentence => Definition == MemberBefore || Definition == MemberAsSubject ? (Message)Arguments[1]! : this;

    /// <summary>The text in a language for a place that shows the member beside it.</summary>
    public string Beside(Language language) =>
        Definition == MemberAsSubject && language == Language.English ? In(language) : Sentence.In(language);

    /// <summary>The text in a language.</summary>
    public string In(Language language) => Definition.Say(Arguments, language);

    /// <summary>The text in both languages.</summary>
    public Bilingual InBoth => new(In(Language.Chinese), In(Language.English));

    /// <summary>The English text, for logs.</summary>
    public override string ToString() => In(Language.English);
}
