using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Rectify.Storage.Tables.Service;

/// <summary>
/// The three tables: the cases, the index that finds them (it can be rebuilt from the cases), and the register. Several processes may use
/// them at once.
/// </summary>
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

    /// <summary>
    /// Units, officials, and everything else that is kept per office and not per case, such as calendars, feeds and keys.
    /// </summary>
    public TableClient Register { get; }

    /// <summary>
    /// Lets one writer of this process at a time open a case or draw a number. Between processes the conditional writes in the index
    /// decide.
    /// </summary>
    public SemaphoreSlim Opener { get; } = new(1);

    public CaseMemory Memory { get; } = new();

    /// <summary>The counter of openings as this process wrote it last; guarded by <see cref="Opener"/>.</summary>
    public (long Opened, ETag? Tag)? LastOpened { get; set; }

    /// <summary>Real time, also when the app runs by a stepped clock: the service and other writers run in real time.</summary>
    public static TimeProvider Time => TimeProvider.System;

    /// <summary>Connects and creates the tables that are missing, also when a copy into them is unfinished.</summary>
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

    /// <summary>A random token, by which a writer recognizes its own rows when the service's answer was lost.</summary>
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

    /// <summary>The rows that match a filter, in the order of their keys. A page may be empty although more rows follow.</summary>
    public static async IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string filter, [EnumeratorCancellation] CancellationToken cancellation,
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
    /// Makes all changes or none. Returns the rows' new tags; null when another writer was first (a row exists, is gone or has changed).
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

    /// <summary>Makes one change. Returns the row's new tag; null when another writer was first.</summary>
    public static async Task<ETag?> TryAsync(TableClient table, TableTransactionAction change, CancellationToken cancellation) =>
        await TryGroupAsync(table, [change], cancellation) is [var tag] ? tag : null;

    /// <summary>The filter for the rows of a partition.</summary>
    public static string Rows(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    /// <summary>The filter for the rows of a partition from one key (inclusive) to another (exclusive).</summary>
    public static string Range(string partition, string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");

    // A single change needs no transaction, and the service answers it faster without.
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
            _ => throw new UnreachableException(change.ActionType.ToString()),
        };

        // A deleted row has no tag: a default one tells the caller that it was deleted.
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
            // The message leaves the setting's value out: it may contain the account's key.
            throw new TablesException(
                "The setting Data__Tables is a connection string of a storage account or the https address of its table service.",
                malformed);
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,30}\\z")]
    private static partial Regex PrefixForm { get; }
}
