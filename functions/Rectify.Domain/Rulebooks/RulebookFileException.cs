namespace Rectify.Domain.Rulebooks;

/// <summary>A rulebook file that cannot be used. The message names file, member and value.</summary>
public sealed class RulebookFileException : FormatException
{
    internal RulebookFileException(string file, string member, string value, string reason, Exception? inner = null)
        : base($"{file}: {member}: {value}: {reason}", inner) => (File, Member, Value) = (file, member, value);

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>The member refused, for example <c>reminders.at</c>; <c>$</c> is the file as a whole.</summary>
    public string Member { get; }

    /// <summary>The value found, as it stands in the file, or <c>missing</c>.</summary>
    public string Value { get; }
}
