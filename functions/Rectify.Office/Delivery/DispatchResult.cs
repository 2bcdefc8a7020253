using Rectify.Office.Observability;

namespace Rectify.Office.Delivery;

/// <summary>What became of the unsent mails of a case.</summary>
/// <param name="Sent">Handed over.</param>
/// <param name="Failed">Refused for good.</param>
/// <param name="Unknown">Left by a lost sender, and not to be repeated blindly.</param>
/// <param name="RetryAfter">When to come again, because something is left that may succeed later; null when nothing is.</param>
public sealed record DispatchResult(int Sent, int Failed, int Unknown, TimeSpan? RetryAfter)
{
    /// <summary>Counts them among what the app measures.</summary>
    public void CountIn(Signals signals) => signals.Posted(Sent, Failed, Unknown, waits: RetryAfter is not null);
}
