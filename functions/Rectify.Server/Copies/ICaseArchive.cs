using Rectify.Office.Outbox;

namespace Rectify.Server.Copies;

/// <summary>A store's cases, read and written as they are: no rule decides anew what was recorded.</summary>
internal interface ICaseArchive
{
    /// <summary>Every case in the order of opening.</summary>
    IAsyncEnumerable<ArchivedCase> ReadAsync(CancellationToken cancellation);

    /// <summary>Puts a case into the store. Put again it is there once.</summary>
    Task WriteAsync(ArchivedCase archived, CancellationToken cancellation);

    /// <summary>The reminders of every year, which belong to no case, by instant, and how far each has come.</summary>
    Task<IReadOnlyList<OutboxRow>> ReadYearsAsync(CancellationToken cancellation);

    /// <summary>Puts these into the store. Put again they are there once.</summary>
    Task WriteYearsAsync(IReadOnlyList<OutboxRow> mails, CancellationToken cancellation);
}
