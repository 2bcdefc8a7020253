using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Server.Copies;

/// <summary>Everything that a store keeps about one case.</summary>
/// <param name="Opened">Place in the order of opening.</param>
/// <param name="Entry">The case's index entry.</param>
/// <param name="Events">The case's events, as they were stored.</param>
/// <param name="Subjects">Everybody whom the case concerns, sorted.</param>
/// <param name="Numbers">The case's document numbers, sorted by text.</param>
/// <param name="Receipt">The receipt of the request that opened the case; null when that request had no idempotency key.</param>
/// <param name="Mails">The case's mails with their states, in the order of recording.</param>
internal sealed record ArchivedCase(
    long Opened, CaseEntry Entry, IReadOnlyList<StoredEvent> Events, IReadOnlyList<string> Subjects, IReadOnlyList<DocumentNumber> Numbers,
    Receipt? Receipt, IReadOnlyList<OutboxRow> Mails)
{
    /// <summary>A digest of the whole case: two stores hold the same case when their digests are equal.</summary>
    public string Fingerprint() => Digest.Of(DomainJson.Text(
        new
        {
            Opened,
            Entry,
            Events = Events.Select(e => new { e.Sequence, e.Type, e.At, e.Actor, e.Data, e.PreviousHash, e.Hash }),
            Subjects,
            Numbers = Numbers.Select(number => number.Key),
            Receipt,
            Mails = Mails.Select(mail => new { mail, Language = mail.Notice.Recipient.Language.Tag }),
        }));
}
