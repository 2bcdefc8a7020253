using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Ledger.Tables;

public sealed class TablesLedgerJointTests : LedgerJointContract
{
    private readonly TablesStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegisterStore Registry => storage.Registry;

    protected override ILedger OpenAgain() => storage.OpenAgain();
}
