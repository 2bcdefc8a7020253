using System.Text.Json;
using Rectify.Domain;
using Rectify.Office.State;

namespace Rectify.Office.Delivery;

/// <summary>
/// How fast mails may go out: the mail system's quotas over the last minute and the last hour, and a pause that it asked for. All instances
/// count together, in the storage.
/// </summary>
/// <param name="perMinute">Mails in any 60 seconds; null for no limit.</param>
/// <param name="perHour">Mails in any 60 minutes; null for no limit.</param>
/// <param name="store">Where the instances count.</param>
/// <param name="time">The clock.</param>
public sealed class Pace(int? perMinute, int? perHour, IStateStore store, TimeProvider time)
{
    /// <summary>The name of the shared document.</summary>
    public const string Name = "mail-pace";

    // Several instances may send at once. One that loses so often waits a moment instead.
    private const int MaxAttempts = 10;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private bool HasQuota => perMinute is not null || perHour is not null;

    /// <summary>Counts one mail that goes out now, or says how long to wait first.</summary>
    /// <returns>Null when the mail may go out.</returns>
    public async Task<TimeSpan?> TakeAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (state, version) = await ReadAsync(cancellation);
            if (WaitOf(state) is { } wait) return wait;
            if (!HasQuota || await TryWriteAsync(state.Add(time.GetUtcNow()), version, cancellation)) return null;
        }

        return Moment;
    }

    /// <summary>Counts one mail that goes out at once, whatever the quotas say, so that others wait for it.</summary>
    public async Task CountAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; HasQuota && attempt < MaxAttempts; attempt++)
        {
            var (state, version) = await ReadAsync(cancellation);
            if (await TryWriteAsync(state.Add(time.GetUtcNow()), version, cancellation)) return;
        }
    }

    /// <summary>How long no mail may go out; null when one may go out now. Counts no mail.</summary>
    public async Task<TimeSpan?> ClosedForAsync(CancellationToken cancellation) => WaitOf((await ReadAsync(cancellation)).State);

    /// <summary>Lets no mail go out for a time, because the mail system asked for that.</summary>
    public async Task PauseForAsync(TimeSpan pause, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + pause;
        while (true)
        {
            var (state, version) = await ReadAsync(cancellation);
            if (state.NotBefore >= until || await TryWriteAsync(state with { NotBefore = until }, version, cancellation)) return;
        }
    }

    private TimeSpan? WaitOf(PaceState state)
    {
        var now = time.GetUtcNow();
        return state.FreeAt(perMinute, perHour, now) is var at && at > now ? at - now : null;
    }

    private async Task<(PaceState State, string? Version)> ReadAsync(CancellationToken cancellation) =>
        await store.ReadAsync(Name, cancellation) is { } document
            ? (JsonSerializer.Deserialize<PaceState>(document.Text, DomainJson.Options)!, document.Version)
            : (PaceState.Empty, null);

    private Task<bool> TryWriteAsync(PaceState state, string? version, CancellationToken cancellation) =>
        store.TryWriteAsync(Name, DomainJson.Text(state), version, cancellation);
}
