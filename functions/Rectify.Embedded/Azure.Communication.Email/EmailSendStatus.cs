#nullable disable

using System.ComponentModel;

namespace Azure.Communication.Email;

/// <summary>How far the sending of a mail has come. Values are compared without regard to case; the service may add some.</summary>
public readonly struct EmailSendStatus : IEquatable<EmailSendStatus>
{
    private readonly string _value;

    /// <summary>A status by its name.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public EmailSendStatus(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>It was called off.</summary>
    public static EmailSendStatus Canceled { get; } = new("Canceled");

    /// <summary>It failed.</summary>
    public static EmailSendStatus Failed { get; } = new("Failed");

    /// <summary>It has not begun.</summary>
    public static EmailSendStatus NotStarted { get; } = new("NotStarted");

    /// <summary>It is under way.</summary>
    public static EmailSendStatus Running { get; } = new("Running");

    /// <summary>The mail is out for delivery.</summary>
    public static EmailSendStatus Succeeded { get; } = new("Succeeded");

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(EmailSendStatus left, EmailSendStatus right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(EmailSendStatus left, EmailSendStatus right) => !left.Equals(right);

    /// <summary>A status by its name.</summary>
    public static implicit operator EmailSendStatus(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(EmailSendStatus other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is EmailSendStatus other && Equals(other);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
