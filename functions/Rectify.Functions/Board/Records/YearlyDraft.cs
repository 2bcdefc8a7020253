using Rectify.Domain.YearlyCycle;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>An entry of a yearly book on its way through a form.</summary>
/// <param name="Content">What it says; null when it takes back what stood.</param>
/// <param name="Reason">Why it corrects; null for the first.</param>
internal sealed record YearlyDraft(YearlyContent? Content, string? Reason)
{
    /// <summary>By what they say: an entry that was sent twice stands once, whatever its reason.</summary>
    public bool Equals(YearlyDraft? other) => other is not null
        && YearlyRecordHandler.Text(Content) == YearlyRecordHandler.Text(other.Content);

    public override int GetHashCode() => YearlyRecordHandler.Text(Content).GetHashCode(StringComparison.Ordinal);
}
