using Rectify.Office.Outbox;

namespace Rectify.Server.Copies;

/// <summary>Reads and writes the cases of a store as they are recorded, without applying any rule again.</summary>
internal interface ICaseArchive
{
    /// <summary>Every case in the order of opening.</summary>
    IAsyncEnumerable<ArchivedCase> ReadAsync(CancellationToken cancellation);

    /// <summary>Puts a case into the store. May be repeated: the case is stored once.</summary>
    Task WriteAsync(ArchivedCase archived, CancellationToken cancellation);

    /// <summary>The reminders of every year, which belong to no case, with their states, by the instant of recording.</summary>
    Task<IReadOnlyList<OutboxRow>> ReadYearsAsync(CancellationToken cancellation);

    /// <summary>Puts the reminders of years into the store. May be repeated: each is stored once.</summary>
    Task WriteYearsAsync(IReadOnlyList<OutboxRow> mails, CancellationToken cancellation);
}
