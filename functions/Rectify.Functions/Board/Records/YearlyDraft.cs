using Rectify.Domain.YearlyCycle;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>An entry of a yearly book as a form edits it.</summary>
/// <param name="Content">The content of the entry; null when it takes the item back.</param>
/// <param name="Reason">The reason of a correction; null for the first entry.</param>
internal sealed record YearlyDraft(YearlyContent? Content, string? Reason)
{
    /// <summary>Compares the content only, so that a form that was sent twice is recognized, whatever its reason.</summary>
    public bool Equals(YearlyDraft? other) => other is not null
        && YearlyRecordHandler.Text(Content) == YearlyRecordHandler.Text(other.Content);

    public override int GetHashCode() => YearlyRecordHandler.Text(Content).GetHashCode(StringComparison.Ordinal);
}
