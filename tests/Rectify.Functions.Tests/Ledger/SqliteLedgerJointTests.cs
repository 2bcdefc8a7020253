using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Ledger;

public sealed class SqliteLedgerJointTests : LedgerJointContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegisterStore Registry => storage.Registry;

    public void Dispose() => storage.Dispose();

    protected override ILedger OpenAgain() => storage.OpenAgain();
}
