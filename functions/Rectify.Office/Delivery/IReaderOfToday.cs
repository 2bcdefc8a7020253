using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>Finds who reads a mail today that is neither about a case nor about a year's duties.</summary>
public interface IReaderOfToday
{
    /// <summary>The reader; null when the mail is of another kind, or nobody is known any more.</summary>
    Task<Recipient?> FindAsync(Notice mail, CancellationToken cancellation);
}
