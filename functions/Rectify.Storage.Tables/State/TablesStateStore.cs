using Azure;
using Azure.Data.Tables;
using Rectify.Office.State;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.State;

/// <summary>The documents that instances share, in Azure Tables: one partition, a row for each, whose tag is the version.</summary>
public sealed class TablesStateStore(TablesStore store) : IStateStore
{
    private const string Partition = "state";
    private const string Text = "Text";

    public async Task<StateDocument?> ReadAsync(string name, CancellationToken cancellation) =>
        await TablesStore.FindAsync(store.Register, Partition, name, cancellation) is { } row
            ? new StateDocument(row.GetString(Text), row.ETag.ToString())
            : null;

    public async Task<bool> TryWriteAsync(string name, string text, string? version, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, name) { [Text] = text };
        var change = version is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(version));
        return await TablesStore.TryAsync(store.Register, change, cancellation) is not null;
    }
}
