using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Records;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class TablesYearlyBookTests : YearlyBookContract
{
    private readonly TablesStorage storage = new();

    public TablesYearlyBookTests() => Book = new TablesYearlyRecordStore(storage.Store);

    protected override IYearlyRecordStore Book { get; }

    protected override IYearlyRecordStore OpenAgain() => new TablesYearlyRecordStore(storage.Open());
}
