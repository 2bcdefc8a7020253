using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Records;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class TablesYearlyRecordStoreTests : YearlyRecordStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesYearlyRecordStoreTests() => Store = new TablesYearlyRecordStore(storage.Store);

    protected override IYearlyRecordStore Store { get; }

    protected override IYearlyRecordStore OpenAgain() => new TablesYearlyRecordStore(storage.Open());
}
