using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Tests.YearlyCycle;

public sealed class TablesYearlyBookTests : YearlyBookContract
{
    private readonly TablesStorage storage = new();

    public TablesYearlyBookTests() => Book = new TablesYearlyBook(storage.Store);

    protected override IYearlyBook Book { get; }

    protected override IYearlyBook OpenAgain() => new TablesYearlyBook(storage.Open());
}
