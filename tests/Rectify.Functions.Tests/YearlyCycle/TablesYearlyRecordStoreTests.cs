using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Records;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class TablesYearlyRecordStoreTests : YearlyBookContract
{
    private readonly TablesStorage storage = new();

    public TablesYearlyRecordStoreTests() => Book = new TablesYearlyRecordStore(storage.Store);

    protected override IYearlyRecordStore Book { get; }

    protected override IYearlyRecordStore OpenAgain() => new TablesYearlyRecordStore(storage.Open());
}
