using System.Globalization;

namespace Rectify.Domain.Messages;

/// <summary>
/// A sentence of the program in both languages. Each feature defines its sentences in one class beside the code that uses them.
/// </summary>
/// <remarks>A template holds its arguments as <c>{0}</c>, <c>{1}</c> and so on; a literal brace is doubled.</remarks>
public abstract class MessageDefinition
{
    private protected MessageDefinition(
        string code, string english, string chinese, IReadOnlyList<int>? englishOnly, params Type[] arguments) =>
        (Code, English, Chinese, EnglishOnly, Arguments) = (code, english, chinese, englishOnly ?? [], arguments);

    /// <summary>
    /// Unique and stable. The part before the first dot is the name of the refusal; the part after it tells the sentences of that refusal
    /// apart.
    /// </summary>
    public string Code { get; }

    /// <summary>The code up to its first dot, which is the last part of a problem's type.</summary>
    public string Name => Code.Split('.')[0];

    /// <summary>The English template.</summary>
    public string English { get; }

    /// <summary>The Chinese template.</summary>
    public string Chinese { get; }

    /// <summary>The types of the arguments.</summary>
    public IReadOnlyList<Type> Arguments { get; }

    /// <summary>
    /// Indexes of the arguments that only the English sentence contains, such as a rulebook's id, or a member whose field stands beside the
    /// Chinese text.
    /// </summary>
    public IReadOnlyList<int> EnglishOnly { get; }

    internal string Say(IReadOnlyList<object?> arguments, Language language) => string.Format(
        CultureInfo.InvariantCulture,
        language == Language.English ? English : Chinese,
        [.. arguments.Select(argument => MessageArgument.Text(argument, language))]);
}
