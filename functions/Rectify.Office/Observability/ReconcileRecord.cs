namespace Rectify.Office.Observability;

/// <summary>What the last complete run of the reconcile timer did, kept in the storage for every instance and for the next run.</summary>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="CompletedAt">When it ended, UTC.</param>
/// <param name="AuditedAt">When all index rows were last compared with the entries, UTC.</param>
/// <param name="Findings">What it had to mend, and how often; see <see cref="Signals.ReconcileFindings"/>.</param>
/// <param name="Unreadable">Ids of the cases that it could not read, the first of them.</param>
public sealed record ReconcileRecord(
    DateTimeOffset StartedAt, DateTimeOffset CompletedAt, DateTimeOffset AuditedAt, IReadOnlyDictionary<string, int> Findings,
    IReadOnlyList<string> Unreadable)
{
    /// <summary>The most ids that are kept.</summary>
    public const int MostUnreadable = 50;
}
