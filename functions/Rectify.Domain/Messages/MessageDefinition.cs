using System.Globalization;

namespace Rectify.Domain.Messages;

/// <summary>
/// A sentence that can be said, in both languages side by side. The definitions of a feature stand together beside the code that says them.
/// </summary>
/// <remarks>A template holds its arguments as <c>{0}</c>, <c>{1}</c> and so on; a brace that is meant is doubled.</remarks>
public abstract class MessageDefinition
{
    private protected MessageDefinition(
        string code, string english, string chinese, IReadOnlyList<int>? englishOnly, params Type[] arguments) =>
        (Code, English, Chinese, EnglishOnly, Arguments) = (code, english, chinese, englishOnly ?? [], arguments);

    /// <summary>Unique and stable: the name of a refusal, and after a dot which of its sentences this is.</summary>
    public string Code { get; }

    /// <summary>The code up to its first dot: the last part of a problem's type.</summary>
    public string Name => Code.Split('.')[0];

    /// <summary>The English template.</summary>
    public string English { get; }

    /// <summary>The Chinese template.</summary>
    public string Chinese { get; }

    /// <summary>The types of the arguments.</summary>
    public IReadOnlyList<Type> Arguments { get; }

    /// <summary>
    /// The arguments that only the English sentence says, such as a rulebook's id or a member that the field beside it names.
    /// </summary>
    public IReadOnlyList<int> EnglishOnly { get; }

    internal string Say(IReadOnlyList<object?> arguments, Language language) => string.Format(
        CultureInfo.InvariantCulture,
        language == Language.English ? English : Chinese,
        [.. arguments.Select(argument => MessageArgument.Text(argument, language))]);
}
