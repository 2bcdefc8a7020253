using Rectify.Domain;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Rulebooks;

/// <summary>An edition that the office knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Text">Its text, as it is shipped or was uploaded.</param>
/// <param name="Rulebook">What it says; null when this version of the program cannot read it, since a newer one loaded it.</param>
public sealed record RulebookEdition(string Id, RulebookOrigin Origin, string Text, Rulebook? Rulebook)
{
    /// <summary>The fingerprint of what it says, as cases show it; null when it cannot be read.</summary>
    public string? Hash { get; } = Rulebook is null ? null : RulebookHash.Of(Rulebook);

    /// <summary>SHA-256 of the text.</summary>
    public string TextHash { get; } = Digest.Of(Text);

    /// <summary>The entry by which the office loaded it; null for one that comes with the program.</summary>
    public RulebookEntry? Loaded { get; init; }

    /// <summary>The entry by which the office retired it; null when it did not.</summary>
    public RulebookEntry? Retired { get; init; }

    /// <summary>The edition of the program that takes its place; null when there is none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Whether a request may name it, and the office may put it in force.</summary>
    public bool IsOpen => Retired is null && ReplacedBy is null;

    /// <summary>The title, or the id of an edition that cannot be read.</summary>
    public string Name => Rulebook?.Name ?? Id;
}

/// <summary>Where an edition comes from.</summary>
public enum RulebookOrigin
{
    /// <summary>It comes with the program.</summary>
    Shipped,

    /// <summary>The office loaded it.</summary>
    Office,
}

/// <summary>Days on which an edition is the one in force.</summary>
/// <param name="RulebookId">Which edition.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null when none is in sight.</param>
/// <param name="Decision">The office's decision; null for the edition that counts without one.</param>
public sealed record RulebookPeriod(string RulebookId, DateOnly From, DateOnly? To, RulebookEntry? Decision)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Holds(DateOnly day) => day >= From && (To is not { } last || day <= last);
}
