using Azure;
using Azure.Data.Tables;

namespace Rectify.Storage.Tables.Service;

/// <summary>Changes of single rows. Each returns the row's new tag; null when another writer was first.</summary>
public static class TableChanges
{
    extension(TableClient table)
    {
        /// <summary>Adds a row; null when there is one with its key.</summary>
        public Task<ETag?> TryAddAsync(TableEntity row, CancellationToken cancellation) =>
            TablesStore.TryAsync(table, new(TableTransactionActionType.Add, row), cancellation);

        /// <summary>Replaces a row; null when it has no longer this tag.</summary>
        public Task<ETag?> TryReplaceAsync(TableEntity row, ETag tag, CancellationToken cancellation) =>
            TablesStore.TryAsync(table, new(TableTransactionActionType.UpdateReplace, row, tag), cancellation);

        /// <summary>Sets the columns that the row names and leaves the others; null when it has no longer this tag.</summary>
        public Task<ETag?> TryMergeAsync(TableEntity row, ETag tag, CancellationToken cancellation) =>
            TablesStore.TryAsync(table, new(TableTransactionActionType.UpdateMerge, row, tag), cancellation);

        /// <summary>Deletes a row; null when it has no longer this tag.</summary>
        public Task<ETag?> TryDeleteAsync(TableEntity row, ETag tag, CancellationToken cancellation) =>
            TablesStore.TryAsync(table, new(TableTransactionActionType.Delete, row, tag), cancellation);

        /// <summary>Writes a row, whether or not there is one with its key.</summary>
        public Task<ETag?> PutAsync(TableEntity row, CancellationToken cancellation) =>
            TablesStore.TryAsync(table, new(TableTransactionActionType.UpsertReplace, row), cancellation);
    }
}
