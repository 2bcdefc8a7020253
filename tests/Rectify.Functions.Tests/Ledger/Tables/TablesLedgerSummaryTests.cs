using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Tests.Ledger.Tables;

public sealed class TablesLedgerSummaryTests : LedgerSummaryContract
{
    private readonly TablesStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegistry Registry => storage.Registry;

    protected override ILedger OpenAgain() => storage.OpenAgain();
}
