namespace Rectify.Domain.Messages;

/// <summary>
/// Something to be told: which sentence, and the values in it. It becomes a text only where somebody reads it, in that reader's language.
/// </summary>
public sealed class Message
{
    private static readonly MessageCode<string, Message> MemberBefore = new("member", "{0}: {1}", "{0}：{1}");

    private static readonly MessageCode<string, Message> MemberAsSubject = new("member.subject", "{0} {1}", "{0}：{1}");

    internal Message(MessageDefinition definition, params IReadOnlyList<object?> arguments) =>
        (Definition, Arguments) = (definition, arguments);

    /// <summary>The sentence.</summary>
    public MessageDefinition Definition { get; }

    /// <summary>The values, in the order of the definition's places; null for one that there is not.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>The name under which it is told as a problem.</summary>
    public string Name => Sentence.Definition.Name;

    /// <summary>The same with the member of the request before it, where it stands alone.</summary>
    public Message At(string member) => new(MemberBefore, member, this);

    /// <summary>The same, said of a member of the request: "title is missing."</summary>
    public Message SaidOf(string member) => new(MemberAsSubject, member, this);

    /// <summary>The sentence without the member.</summary>
    public Message Sentence => Definition == MemberBefore || Definition == MemberAsSubject ? (Message)Arguments[1]! : this;

    /// <summary>The sentence for a place that shows which member it is about.</summary>
    public string Beside(Language language) =>
        Definition == MemberAsSubject && language == Language.English ? In(language) : Sentence.In(language);

    /// <summary>The sentence in a language.</summary>
    public string In(Language language) => Definition.Say(Arguments, language);

    /// <summary>The sentence in both languages.</summary>
    public Bilingual InBoth => new(In(Language.Chinese), In(Language.English));

    /// <summary>The English sentence, as it stands in logs.</summary>
    public override string ToString() => In(Language.English);
}
