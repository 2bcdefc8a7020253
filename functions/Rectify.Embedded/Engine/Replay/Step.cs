namespace Rectify.Embedded.Engine.Replay;

/// <summary>One thing a turn asked for, as the history remembers it.</summary>
/// <remarks>A timer's instant is left out: code may compute another one for a timer that already stands.</remarks>
internal sealed record Step(string Kind, int Id, string? Name)
{
    public bool Matches(Step other) =>
        Kind == other.Kind && Id == other.Id && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Name is null ? $"{Kind} #{Id}" : $"{Kind} '{Name}' #{Id}";
}
