using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>What a kind of storage supplies to run the contract suites: the same expectations hold for every kind.</summary>
public abstract class StorageContract
{
    protected abstract ILedger Ledger { get; }

    protected abstract IOutbox Outbox { get; }

    protected abstract IRegisterStore Registry { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second ledger over the same data, opened as another process opens it.</summary>
    protected abstract ILedger OpenAgain();

    protected async Task RecordAsync(LedgerAppend append) =>
        Assert.Equal(AppendOutcome.Recorded, await Ledger.AppendAsync(append, Cancellation));

    protected async Task<IReadOnlyList<string>> NoticesAsync(string? caseId = null, NoticeStatus? status = null)
    {
        var rows = await Outbox.ListAsync(caseId is null ? null : new CaseId(caseId), status, 1000, null, Cancellation);
        return [.. rows.Items.Select(row => row.Notice.Id.Value)];
    }
}
