namespace Rectify.Board.Refusals;

/// <summary>Why a page is not shown, in the reader's language.</summary>
public sealed record RefusalModel(string Reason);
