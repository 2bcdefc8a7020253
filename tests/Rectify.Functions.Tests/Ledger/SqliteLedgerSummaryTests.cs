using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Tests.Ledger;

public sealed class SqliteLedgerSummaryTests : LedgerSummaryContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegistry Registry => storage.Registry;

    public void Dispose() => storage.Dispose();

    protected override ILedger OpenAgain() => storage.OpenAgain();
}
