namespace Azure.Communication.Email;

/// <summary>A connection string: keywords and values, <c>endpoint=…;accesskey=…</c>. No message repeats a part of it.</summary>
internal sealed class ConnectionString
{
    private readonly Dictionary<string, string> pairs = new(StringComparer.OrdinalIgnoreCase);

    private ConnectionString()
    {
    }

    /// <exception cref="ArgumentException">There is no text.</exception>
    /// <exception cref="InvalidOperationException">A part is not keyword and value, or a keyword stands twice.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, "connectionString");
        var parsed = new ConnectionString();
        // A separator at the end begins no further part.
        foreach (var part in (text.EndsWith(';') ? text[..^1] : text).Split(';'))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } keyword, { Length: > 0 } value])
                throw new InvalidOperationException("A connection string is made of keyword=value parts, separated by semicolons.");
            if (!parsed.pairs.TryAdd(keyword, value)) throw new InvalidOperationException("A keyword stands twice in it.");
        }

        return parsed;
    }

    /// <exception cref="InvalidOperationException">The keyword is missing.</exception>
    public string GetRequired(string keyword) => pairs.TryGetValue(keyword, out var value)
        ? value
        : throw new InvalidOperationException($"The connection string lacks the keyword {keyword}.");
}
