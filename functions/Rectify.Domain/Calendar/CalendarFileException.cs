namespace Rectify.Domain.Calendar;

/// <summary>A calendar year file that cannot be used. The message names file, member and value.</summary>
public sealed class CalendarFileException : FormatException
{
    internal CalendarFileException(string file, string member, string value, string reason, Exception? inner = null)
        : base($"{file}: {member}: {value}: {reason}", inner) => (File, Member, Value) = (file, member, value);

    /// <summary>Name of the file as given to <see cref="CalendarYear.Parse"/>.</summary>
    public string File { get; }

    /// <summary>The member refused, for example <c>daysOff[3]</c>; <c>$</c> is the file as a whole.</summary>
    public string Member { get; }

    /// <summary>The value found, as it stands in the file, or <c>missing</c>.</summary>
    public string Value { get; }
}
