using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// Finds out of an index row that an opening or append has reserved whether this write happened, is under way, or was lost.
/// </summary>
/// <remarks>
/// A row with the writer's token, the fence, decides. The writer inserts it into the case's partition together with the events. Another
/// writer that wants to take over the reservation inserts the same fence, as void. Only one of the two inserts can succeed: a writer that
/// was only slow finds the void fence and starts again, and cannot commit what another has taken over.
/// </remarks>
public static class Reservation
{
    private const string Void = "Void";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The fence that a commit inserts.</summary>
    public static TableEntity Fence(CaseId caseId, string token) =>
        new(CaseRows.Partition(caseId), CaseRows.Fence(token)) { [Void] = false };

    /// <summary>Whether the write that reserved an index row has happened by now, without waiting for it.</summary>
    public static async Task<bool> HappenedAsync(TablesStore store, TableEntity row, CancellationToken cancellation) =>
        row.GetBoolean(IndexRows.Sure) == true || await StateAsync(store, row, cancellation) == Outcome.Happened;

    /// <summary>
    /// Whether the write that reserved an index row has happened. Waits for it (<see cref="TablesOptions.Patience"/>), then makes its fence
    /// void, so that it cannot happen any more.
    /// </summary>
    public static async Task<bool> SettleAsync(TablesStore store, TableEntity row, CancellationToken cancellation)
    {
        if (row.GetBoolean(IndexRows.Sure) == true) return true;

        var (started, pause) = (TablesStore.Time.GetTimestamp(), FirstPause);
        while (true)
        {
            switch (await StateAsync(store, row, cancellation))
            {
                case Outcome.Happened:
                    return true;
                case Outcome.Lost:
                    return false;
            }

            if (TablesStore.Time.GetElapsedTime(started) < store.Options.Patience)
            {
                await Task.Delay(pause, TablesStore.Time, cancellation);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                continue;
            }

            var (caseId, token) = Opening(row);
            var fence = Fence(caseId, token);
            fence[Void] = true;
            await store.Cases.TryAddAsync(fence, cancellation);
        }
    }

    private static async Task<Outcome> StateAsync(TablesStore store, TableEntity row, CancellationToken cancellation)
    {
        var (caseId, token) = Opening(row);
        return await TablesStore.FindAsync(store.Cases, CaseRows.Partition(caseId), CaseRows.Fence(token), cancellation) is { } fence
            ? fence.GetBoolean(Void) == true ? Outcome.Lost : Outcome.Happened
            : Outcome.Open;
    }

    private static (CaseId CaseId, string Token) Opening(TableEntity row) => (new CaseId(row.GetString("CaseId")), row.GetString("Token"));

    private enum Outcome
    {
        Open,
        Happened,
        Lost,
    }
}
