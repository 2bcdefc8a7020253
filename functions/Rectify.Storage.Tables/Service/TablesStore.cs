using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Rectify.Storage.Tables.Service;

/// <summary>The three tables: the cases (the truth), the index (what finds them), the register. Several processes may use them.</summary>
public sealed partial class TablesStore
{
    private static readonly string[] Conflicts =
    [
        TableErrorCode.EntityAlreadyExists.ToString(), TableErrorCode.EntityNotFound.ToString(), TableErrorCode.ResourceNotFound.ToString(),
        TableErrorCode.UpdateConditionNotSatisfied.ToString(), "ConditionNotMet", "Precondition Failed",
    ];

    private TablesStore(TableServiceClient service, TablesOptions options)
    {
        Options = options;
        Cases = service.GetTableClient($"{options.Prefix}Cases");
        Index = service.GetTableClient($"{options.Prefix}Index");
        Register = service.GetTableClient($"{options.Prefix}Register");
    }

    public TablesOptions Options { get; }

    /// <summary>A partition for each case: its events, mails and receipt.</summary>
    public TableClient Cases { get; }

    /// <summary>One partition: the cases in the order of opening, their subjects, document numbers and idempotency keys.</summary>
    public TableClient Index { get; }

    /// <summary>Units, officials, and the officer key's hash.</summary>
    public TableClient Register { get; }

    /// <summary>Whoever opens a case or draws a number queues here, in order; those of other processes meet in the index.</summary>
    public SemaphoreSlim Opener { get; } = new(1);

    public CaseMemory Memory { get; } = new();

    /// <summary>The counter of openings as this process wrote it last; guarded by <see cref="Opener"/>.</summary>
    public (long Opened, ETag? Tag)? LastOpened { get; set; }

    /// <summary>Real time, also when the app runs by a stepped clock: the service and its writers do not step.</summary>
    public static TimeProvider Time => TimeProvider.System;

    /// <summary>Connects, and creates the tables that are missing, whatever state a copy into them is in.</summary>
    /// <exception cref="TablesException">The setting is malformed, or the service cannot be used.</exception>
    public static TablesStore OpenForCopy(TablesOptions options)
    {
        if (!PrefixForm.IsMatch(options.Prefix))
            throw new TablesException(
                $"The setting Data__TablesPrefix is a letter and up to 30 more letters and digits; got \"{options.Prefix}\".");
        try
        {
            var store = new TablesStore(Connect(options), options);
            foreach (var table in (TableClient[])[store.Cases, store.Index, store.Register]) table.CreateIfNotExists();
            return store;
        }
        catch (RequestFailedException error)
        {
            throw TablesException.From(error);
        }
    }

    /// <summary>An unpredictable mark, by which a writer knows its own rows again after an answer was lost.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>The row; null when there is none.</summary>
    public static async Task<TableEntity?> FindAsync(TableClient table, string partition, string row, CancellationToken cancellation)
    {
        try
        {
            var answer = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
            return answer.HasValue ? answer.Value : null;
        }
        catch (RequestFailedException error)
        {
            throw TablesException.From(error);
        }
    }

    /// <summary>The rows that a filter lets through, in the order of their keys. Pages may be empty; that is no end.</summary>
    public static async IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation,
        IEnumerable<string>? columns = null, int? pageSize = null)
    {
        await using var rows = table.QueryAsync<TableEntity>(filter, pageSize, columns, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync()) yield break;
            }
            catch (RequestFailedException error)
            {
                throw TablesException.From(error);
            }

            yield return rows.Current;
        }
    }

    /// <summary>
    /// All changes or none. The rows' new tags; null when another writer was first (a row exists, is gone or has changed).
    /// </summary>
    public static async Task<IReadOnlyList<ETag>?> TryGroupAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> changes, CancellationToken cancellation)
    {
        try
        {
            if (changes is [var only]) return await SingleAsync(table, only, cancellation) is { } tag ? [tag] : null;

            var answer = await table.SubmitTransactionAsync(changes, cancellation);
            return [.. answer.Value.Select(response => response.Headers.ETag ?? default)];
        }
        catch (RequestFailedException error) when (Conflicts.Contains(error.ErrorCode ?? ""))
        {
            return null;
        }
        catch (RequestFailedException error)
        {
            throw TablesException.From(error);
        }
    }

    /// <summary>One change, in the same manner.</summary>
    public static async Task<ETag?> TryAsync(TableClient table, TableTransactionAction change, CancellationToken cancellation) =>
        await TryGroupAsync(table, [change], cancellation) is [var tag] ? tag : null;

    /// <summary>The rows of a partition from one key to before another.</summary>
    public static string Range(string partition, string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");

    // A single change needs no transaction around it, and the service answers it sooner.
    private static async Task<ETag?> SingleAsync(TableClient table, TableTransactionAction change, CancellationToken cancellation)
    {
        var (row, tag) = ((TableEntity)change.Entity, change.ETag);
        var answer = change.ActionType switch
        {
            TableTransactionActionType.Add => await table.AddEntityAsync(row, cancellation),
            TableTransactionActionType.UpdateMerge => await table.UpdateEntityAsync(row, tag, TableUpdateMode.Merge, cancellation),
            TableTransactionActionType.UpdateReplace => await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellation),
            TableTransactionActionType.UpsertReplace => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation),
            TableTransactionActionType.Delete => await table.DeleteEntityAsync(row, tag, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(change.ActionType.ToString()),
        };

        // A delete has no tag to give; that it was done is what the caller asks.
        return answer.Status == 404 ? null : answer.Headers.ETag ?? default(ETag);
    }

    private static TableServiceClient Connect(TablesOptions options)
    {
        var client = new TableClientOptions();
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = options.Retries;
        client.Retry.Delay = options.RetryDelay;
        client.Retry.MaxDelay = TimeSpan.FromSeconds(20);
        foreach (var (policy, position) in options.Watchers) client.AddPolicy(policy, position);
        try
        {
            return Uri.TryCreate(options.Storage, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                ? new TableServiceClient(address, new DefaultAzureCredential(), client)
                : new TableServiceClient(options.Storage, client);
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or InvalidOperationException)
        {
            // Without the text: it may hold the account's key.
            throw new TablesException(
                "The setting Data__Tables is a connection string of a storage account or the https address of its table service.",
                malformed);
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,30}\\z")]
    private static partial Regex PrefixForm { get; }
}
