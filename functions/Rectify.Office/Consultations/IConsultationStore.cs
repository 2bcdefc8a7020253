using Rectify.Office.Access;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Consultations;

/// <summary>Stores every consultation with its answer. Stored consultations are never changed.</summary>
public interface IConsultationStore
{
    /// <summary>
    /// Records an answer under the next number of the series; the numbers have no gaps, however many answers are recorded at the same time.
    /// </summary>
    /// <param name="draft">The answer; its number is replaced by the one it gets.</param>
    /// <param name="series">The series of the year in which it is answered.</param>
    /// <param name="request">The request's idempotency key and fingerprint; null when it had no key.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    /// <returns>What is recorded, or what an earlier request with the same key recorded.</returns>
    Task<LoggedConsultation> RecordAsync(
        Consultation draft, DocumentSeries series, KeyedRequest? request, CancellationToken cancellation);

    /// <summary>The consultation with this id, or null.</summary>
    Task<Consultation?> FindAsync(string consultationId, CancellationToken cancellation);

    /// <summary>What an earlier request with this key recorded, or null.</summary>
    Task<LoggedConsultation?> FindByKeyAsync(string key, CancellationToken cancellation);

    /// <summary>Every consultation with the request that led to it, in the order in which they were recorded.</summary>
    IAsyncEnumerable<LoggedConsultation> AllAsync(CancellationToken cancellation);

    /// <summary>All consultations in the order in which they were recorded.</summary>
    /// <exception cref="FormatException">The continuation does not come from this list.</exception>
    Task<Slice<Consultation>> ListAsync(int top, string? continuation, CancellationToken cancellation);

    /// <summary>Consultations, the last one first.</summary>
    /// <param name="asker">Only what this caller asked, or whoever held its account before; null for everybody's.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="continuation">Where an earlier part of this list ended; null for the first.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="FormatException">The continuation does not come from this list.</exception>
    Task<Slice<Consultation>> ListNewestAsync(Caller? asker, int top, string? continuation, CancellationToken cancellation);
}

/// <summary>A request that may be repeated.</summary>
/// <param name="Key">Caller, route and the caller's key.</param>
/// <param name="BodyHash">SHA-256 of what was asked, lower-case hex.</param>
public sealed record KeyedRequest(string Key, string BodyHash);

/// <summary>A recorded consultation and the request that led to it; null when that had no key.</summary>
public sealed record LoggedConsultation(Consultation Consultation, KeyedRequest? Request);
