using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Clients;

/// <summary>
/// Instances page by page, in the order of their creation. The continuation token is the number of the last instance read.
/// </summary>
internal sealed class InstancePages(Func<StoreReaders> readers, DataConverter converter, OrchestrationQuery filter)
    : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
        string? continuationToken = default, int? pageSizeHint = default) =>
        ReadAsync(continuationToken ?? filter.ContinuationToken, pageSizeHint ?? filter.PageSize, CancellationToken.None);

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> ReadAsync(
        string? token, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var after = string.IsNullOrEmpty(token) ? 0 : long.Parse(token, CultureInfo.InvariantCulture);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.CompletedTask.ConfigureAwait(false);
            var from = after;
            var (values, last) = readers().Read(
                reader => reader.Page(filter, from, size, filter.FetchInputsAndOutputs ? converter : null));
            yield return new Page<OrchestrationMetadata>(values, last?.ToString(CultureInfo.InvariantCulture));
            if (last is not { } place)
            {
                yield break;
            }

            after = place;
        }
    }
}
