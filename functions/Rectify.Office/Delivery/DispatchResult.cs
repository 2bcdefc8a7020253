using Rectify.Office.Observability;

namespace Rectify.Office.Delivery;

/// <summary>What became of the unsent mails of a case.</summary>
/// <param name="Sent">Number of mails handed over.</param>
/// <param name="Failed">Number of mails refused for good.</param>
/// <param name="Unknown">
/// Number of mails whose outcome is unknown because the sender was lost; they are not sent again by themselves.
/// </param>
/// <param name="RetryAfter">
/// How long to wait before the next attempt, because mails are left that may succeed later; null when none are left.
/// </param>
public sealed record DispatchResult(int Sent, int Failed, int Unknown, TimeSpan? RetryAfter)
{
    /// <summary>Adds these numbers to the metrics.</summary>
    public void CountIn(Signals signals) => signals.Posted(Sent, Failed, Unknown, waits: RetryAfter is not null);
}
