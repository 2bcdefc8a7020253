using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Registry;

public sealed class TablesRegistryTests : RegistryContract
{
    private readonly TablesStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegistry Registry => storage.Registry;

    protected override ILedger OpenAgain() => storage.OpenAgain();
}
