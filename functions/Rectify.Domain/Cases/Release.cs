namespace Rectify.Domain.Cases;

/// <summary>解除挂牌督办: the release from a listing.</summary>
/// <param name="On">The day of the inspection that was passed.</param>
/// <param name="DocumentNumber">
/// 文号 of the release notice (S14); null in entries of earlier versions, in which a release had no number.
/// </param>
public sealed record Release(DateOnly On, string? DocumentNumber);
