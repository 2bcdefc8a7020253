namespace Rectify.Domain.Messages;

/// <summary>A sentence without arguments.</summary>
/// <param name="code">Unique and stable code of the sentence (see <see cref="MessageDefinition.Code"/>).</param>
/// <param name="english">The English text.</param>
/// <param name="chinese">The Chinese text.</param>
public sealed class MessageCode(string code, string english, string chinese) : MessageDefinition(code, english, chinese, null)
{
    /// <summary>The message made of this sentence.</summary>
    public Message Told() => new(this);

    /// <summary>The message made of this sentence.</summary>
    public static implicit operator Message(MessageCode code) => code.Told();
}

/// <summary>A sentence with an argument.</summary>
/// <param name="code">Unique and stable code of the sentence (see <see cref="MessageDefinition.Code"/>).</param>
/// <param name="english">The English template.</param>
/// <param name="chinese">The Chinese template.</param>
/// <param name="englishOnly">Indexes of the arguments that only the English template contains.</param>
public sealed class MessageCode<T>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T))
{
    /// <summary>The sentence with this value.</summary>
    public Message With(T value) => new(this, value);
}

/// <summary>A sentence with two arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T1), typeof(T2))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2) =>
        new(this, value1, value2);
}

/// <summary>A sentence with three arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2, T3>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T1), typeof(T2), typeof(T3))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2, T3 value3) =>
        new(this, value1, value2, value3);
}

/// <summary>A sentence with four arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2, T3, T4>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T1), typeof(T2), typeof(T3), typeof(T4))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2, T3 value3, T4 value4) =>
        new(this, value1, value2, value3, value4);
}

/// <summary>A sentence with five arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2, T3, T4, T5>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T1), typeof(T2), typeof(T3), typeof(T4), typeof(T5))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5) =>
        new(this, value1, value2, value3, value4, value5);
}

/// <summary>A sentence with six arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2, T3, T4, T5, T6>(string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(code, english, chinese, englishOnly, typeof(T1), typeof(T2), typeof(T3), typeof(T4), typeof(T5), typeof(T6))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6) =>
        new(this, value1, value2, value3, value4, value5, value6);
}

/// <summary>A sentence with seven arguments.</summary>
/// <inheritdoc cref="MessageCode{T}" path="/param"/>
public sealed class MessageCode<T1, T2, T3, T4, T5, T6, T7>(
    string code, string english, string chinese, IReadOnlyList<int>? englishOnly = null)
    : MessageDefinition(
        code, english, chinese, englishOnly, typeof(T1), typeof(T2), typeof(T3), typeof(T4), typeof(T5), typeof(T6), typeof(T7))
{
    /// <summary>The sentence with these values.</summary>
    public Message With(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7) =>
        new(this, value1, value2, value3, value4, value5, value6, value7);
}
