namespace Rectify.Functions.Copies;

/// <summary>A store's cases, read and written as they are: no rule decides anew what was recorded.</summary>
internal interface ICaseArchive
{
    /// <summary>Every case in the order of opening.</summary>
    IAsyncEnumerable<ArchivedCase> ReadAsync(CancellationToken cancellation);

    /// <summary>Puts a case into the store. Put again it is there once.</summary>
    Task WriteAsync(ArchivedCase archived, CancellationToken cancellation);
}
