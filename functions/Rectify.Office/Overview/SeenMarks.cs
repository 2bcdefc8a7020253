using Rectify.Domain;
using Rectify.Office.State;

namespace Rectify.Office.Overview;

/// <summary>Keeps for each person how far this person has looked at the changes of cases. Only the person moves it.</summary>
public sealed class SeenMarks(IStateStore stateStore)
{
    private const int Attempts = 10;

    /// <summary>The mark of a person; null when there is none yet.</summary>
    /// <param name="actor">The person, as the ledger names actors.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SeenMark?> FindAsync(string actor, CancellationToken cancellation) =>
        await stateStore.ReadAsync(NameOf(actor), cancellation) is { } document ? DomainJson.Read<SeenMark>(document.Text) : null;

    /// <summary>Moves the mark of a person on by what this person has seen. It never goes back.</summary>
    /// <exception cref="InvalidOperationException">Other windows of the same person wrote first each time.</exception>
    public async Task MoveAsync(string actor, SeenMark seen, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var document = await stateStore.ReadAsync(NameOf(actor), cancellation);
            var moved = document is null ? seen : DomainJson.Read<SeenMark>(document.Text).With(seen);
            if (await stateStore.TryWriteAsync(NameOf(actor), DomainJson.Text(moved), document?.Version, cancellation)) return;
        }

        throw new InvalidOperationException("The mark of what a person has seen could not be written.");
    }

    // Names of documents have lower-case letters and hyphens: the digits of the digest become letters.
    private static string NameOf(string actor) => "seen-" + string.Concat(Digest.Of(actor).Select(
        digit => (char)(digit <= '9' ? 'g' + digit - '0' : digit)));
}
