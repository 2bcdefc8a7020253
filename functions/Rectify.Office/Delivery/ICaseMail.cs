using Rectify.Office.Cases;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>
/// Checks mails against their case as it is now, before they are sent, and writes the mail that reports an undelivered one.
/// </summary>
public interface ICaseMail
{
    /// <summary>Which mails of one case must not be sent any more, because what they say is no longer true, and why.</summary>
    /// <param name="notices">Mails of one case.</param>
    /// <param name="asRead">The case as it was read a moment ago; null when it is to be read.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(IReadOnlyList<Notice> notices, CaseRecord? asRead,
        CancellationToken cancellation);

    /// <summary>
    /// The mail that tells the supervising office that this one cannot be delivered; null when nobody is left to be told.
    /// </summary>
    /// <remarks>Its id is derived from the undelivered mail, so that repeated calls give the same mail.</remarks>
    Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation);
}
