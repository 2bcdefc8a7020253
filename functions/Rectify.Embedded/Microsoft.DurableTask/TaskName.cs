namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or an activity; names are compared ignoring case.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>A name; null gives the empty default.</summary>
    public TaskName(string name) => Name = name;

    /// <summary>The name as it was written.</summary>
    public string Name { get; }

    /// <summary>The text of the name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A name from text; null or empty gives the default.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new TaskName(value);

    /// <summary>True when both name the same task, ignoring case.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>True when the names differ, ignoring case.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
