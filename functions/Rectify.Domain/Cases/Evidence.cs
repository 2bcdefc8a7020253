namespace Rectify.Domain.Cases;

/// <summary>A document that the unit puts forward with its submission.</summary>
/// <param name="Name">Title.</param>
/// <param name="Uri">Where it can be read.</param>
/// <param name="Sha256">Hex digest of its bytes; null when the unit gave none.</param>
public sealed record Evidence(string Name, string Uri, string? Sha256 = null);
