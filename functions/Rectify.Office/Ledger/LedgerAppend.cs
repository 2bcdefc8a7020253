using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Outbox;

namespace Rectify.Office.Ledger;

/// <summary>One atomic write to the ledger.</summary>
/// <param name="Entry">The index entry of the case after the events.</param>
/// <param name="ExpectedVersion">Sequence of the last event the writer has seen; 0 for a new case.</param>
/// <param name="Events">The new events, already chained.</param>
/// <param name="Notices">Mails that follow from them.</param>
/// <param name="Opening">What only the opening of a case writes; null later.</param>
/// <param name="Addition">What a later entry adds to the indexes of its case; null when nothing.</param>
public sealed record LedgerAppend(
    CaseEntry Entry,
    int ExpectedVersion,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyList<Notice> Notices,
    CaseOpening? Opening = null,
    CaseAddition? Addition = null)
{
    /// <summary>Whether it corrects the unit of its case, so that the index entry has another one from now on.</summary>
    // Only entries of that type are decoded: an entry of a newer version is stored as it is.
    public bool CorrectsUnit => Events.Any(stored =>
        stored.Type == "caseCorrected" && stored.Event is CaseEvent.CaseCorrected { Opening.Unit: not null });

    /// <summary>
    /// The openings of the other cases of the same document, recorded together with this one or not at all. They bring no document number
    /// and no receipt of their own: the first case holds both for all of them.
    /// </summary>
    public IReadOnlyList<LedgerAppend> Others { get; init; } = [];
}

/// <summary>What the opening of a case writes besides its events.</summary>
/// <param name="Subjects">Everybody whom the case concerns.</param>
/// <param name="Number">The document number, unique in the ledger; null where another case of the same document holds it.</param>
/// <param name="Receipt">The answer to keep under the request's idempotency key; null when it had none.</param>
public sealed record CaseOpening(IReadOnlyList<Subject> Subjects, DocumentNumber? Number, Receipt? Receipt)
{
    /// <summary>
    /// Numbers of later documents of a case that is recorded with its whole history, each unique in the ledger; empty for a case that only
    /// begins.
    /// </summary>
    public IReadOnlyList<DocumentNumber> Further { get; init; } = [];
}

/// <summary>What an entry adds to the indexes of a case that is open already.</summary>
/// <param name="Subjects">Subjects whom the case concerns from now on; some may be in the index already.</param>
/// <param name="Number">A further document number of the case, which no other case has; null when there is none.</param>
public sealed record CaseAddition(IReadOnlyList<Subject> Subjects, DocumentNumber? Number);

/// <summary>What became of a write.</summary>
public enum AppendOutcome
{
    /// <summary>It is recorded.</summary>
    Recorded,

    /// <summary>Somebody else wrote first: load again and decide again. Nothing was recorded.</summary>
    VersionConflict,

    /// <summary>Another case has the document number. Nothing was recorded.</summary>
    NumberTaken,

    /// <summary>Another request with the same idempotency key came first. Nothing was recorded.</summary>
    KeyUsed,
}
