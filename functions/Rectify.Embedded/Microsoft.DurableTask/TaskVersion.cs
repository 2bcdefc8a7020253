namespace Microsoft.DurableTask;

/// <summary>The version of an orchestration; empty when it has none. Compared ignoring case.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    private readonly string? version;

    /// <summary>A version; null or empty means none.</summary>
    /// <exception cref="ArgumentException">The version is only white space.</exception>
    public TaskVersion(string? version)
    {
        if (version is { Length: > 0 } && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException("A version is a text, or null or empty for none; got only white space.", nameof(version));
        }

        this.version = version;
    }

    /// <summary>The text, never null.</summary>
    public string Version => version ?? string.Empty;

    /// <summary>The text of the version.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>A version from text.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>True when both are the same version, ignoring case.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>True when the versions differ, ignoring case.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
