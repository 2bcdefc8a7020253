namespace Rectify.Office.Requests;

/// <summary>A part of a list, and where it goes on; null when it does not.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Continuation);
