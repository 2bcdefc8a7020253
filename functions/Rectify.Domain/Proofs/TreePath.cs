namespace Rectify.Domain.Proofs;

/// <summary>The way from a chain up to the root of a <see cref="HashTree"/>.</summary>
/// <param name="Index">Place of the chain among all, sorted by id, from 0.</param>
/// <param name="Beside">The hashes of the neighbours on the way, from the leaf upwards.</param>
public sealed record TreePath(int Index, IReadOnlyList<string> Beside);
